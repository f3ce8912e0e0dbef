using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Piton.Application.Accounts;
using Piton.Application.Images.ListImages;
using Piton.Application.Refusals;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Web.Models;
using Piton.Web.Models.Accounts;
using Piton.Web.Models.Administration;

namespace Piton.Web.Tests.Pages;

/// <summary>Whatever Piton says in English it says in Spanish, with the same places for what it inserts.</summary>
public sealed partial class SpanishTextsTests
{
    private static readonly Dictionary<string, string> PageTexts = Read("Piton.Web.Resources.Models.PageTexts");
    private static readonly Dictionary<string, string> FailureTexts = Read("Piton.Web.Resources.Results.FailureMessages");

    private static IEnumerable<ConversionReport> Reports =>
        from verdict in Enum.GetValues<ConversionVerdict>()
        from lossless in new[] { true, false }
        select new ConversionReport(verdict, ImageFormat.WebP, lossless, null, 0, null);

    [Fact]
    public void PageTexts_WhenPagesSayThem_ShouldAllBeInSpanish()
    {
        var said = Sources().SelectMany(source => Said().Matches(source)).Select(match => match.Groups["text"].Value)
            .Concat(Sources().SelectMany(source => Choice().Matches(source)).SelectMany(match => new[] { match.Groups[1].Value, match.Groups[2].Value }))
            .Concat(BrowserTexts.Keys)
            .Concat(Enum.GetValues<ImageSort>().Select(sort => sort.Label()))
            .Concat(Enum.GetValues<ConversionReason>().Select(reason => reason.Label()))
            .Concat(Reports.Select(report => report.Label()))
            .Concat(Enum.GetValues<Role>().Select(role => role.Label()))
            .Concat(Enum.GetValues<Whose>().Select(whose => whose.Label()))
            .Concat(Roles.Names.Select(name => Roles.FromName(name)!.Value.Explanation()))
            .Concat(Enum.GetValues<AuditAction>().Select(action => action.Label()))
            .Concat(Enum.GetValues<Visibility>().SelectMany(visibility => new[] { visibility.Label(), visibility.LabelOfSeveral(), visibility.Badge() }).OfType<string>())
            .ToHashSet();

        Assert.NotEmpty(said);
        Assert.Equal(said.Order(StringComparer.Ordinal), PageTexts.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PageTexts_WhenInSpanish_ShouldHaveTheSamePlaces()
    {
        Assert.All(PageTexts, pair => Assert.Equal(Places(pair.Key), Places(pair.Value)));
    }

    [Fact]
    public void FailureTexts_WhenThereIsACode_ShouldHaveOneInSpanish()
    {
        var codes = FailureTexts.Keys.Select(key => key.Split('/', '.')[0]).ToHashSet();

        Assert.All(Enum.GetValues<ErrorCode>(), code => Assert.Contains(code.Text(), codes));
    }

    [Fact]
    public void FailureTexts_WhenNamedWithACount_ShouldHaveThatManyPlaces()
    {
        Assert.All(FailureTexts, pair =>
        {
            var count = pair.Key.Split('/') is [_, var digits] ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
            Assert.Equal(count, Places(pair.Value).Count);
        });
    }

    private static List<string> Places(string text) =>
        [.. Place().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    private static List<string> Sources()
    {
        var web = Path.Combine(SharedData.Repository, "src", "Piton.Web");
        return
        [
            .. Directory.GetFiles(Path.Combine(web, "Views"), "*.cshtml", SearchOption.AllDirectories).Select(File.ReadAllText),
            .. Directory.GetFiles(Path.Combine(web, "Controllers"), "*.cs").Select(File.ReadAllText),
            .. Directory.GetFiles(Path.Combine(web, "Downloads"), "*.cs").Select(File.ReadAllText),
        ];
    }

    internal static Dictionary<string, string> Read(string name)
    {
        var spanish = typeof(PitonWeb).Assembly.GetSatelliteAssembly(new CultureInfo("es"));
        using var stream = spanish.GetManifestResourceStream($"{name}.es.resources")!;
        using var reader = new ResourceReader(stream);
        return reader.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    [GeneratedRegex("""(?:\bT|\btexts)\["(?<text>[^"]+)"[\],]""")]
    private static partial Regex Said();

    [GeneratedRegex("""\bT\[[^"\]]+\? "([^"]+)" : "([^"]+)",""")]
    private static partial Regex Choice();

    [GeneratedRegex(@"\{(\d)[^}]*\}")]
    private static partial Regex Place();
}
