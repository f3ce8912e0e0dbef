using System.Text.RegularExpressions;

namespace Piton.Web.Tests.Access;

/// <summary>Holds docs/asvs.md to the tests that it names.</summary>
public sealed partial class AsvsTests
{
    // Levels 1 and 2 of the chapters 3, 5, 6, 7 and 8: how many requirements each section has, those of level 3 left out.
    private static readonly Dictionary<string, int[]> Numbers = new()
    {
        ["3.2"] = [1, 2],
        ["3.3"] = [1, 2, 3, 4],
        ["3.4"] = [1, 2, 3, 4, 5, 6],
        ["3.5"] = [1, 2, 3, 4, 5],
        ["3.7"] = [1, 2],
        ["5.1"] = [1],
        ["5.2"] = [1, 2, 3],
        ["5.3"] = [1, 2],
        ["5.4"] = [1, 2, 3],
        ["6.1"] = [1, 2, 3],
        ["6.2"] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        ["6.3"] = [1, 2, 3, 4],
        ["6.4"] = [1, 2, 3, 4],
        ["6.5"] = [1, 2, 3, 4, 5],
        ["6.6"] = [1, 2, 3],
        ["6.8"] = [1, 2, 3, 4],
        ["7.1"] = [1, 2, 3],
        ["7.2"] = [1, 2, 3, 4],
        ["7.3"] = [1, 2],
        ["7.4"] = [1, 2, 3, 4, 5],
        ["7.5"] = [1, 2],
        ["7.6"] = [1, 2],
        ["8.1"] = [1, 2],
        ["8.2"] = [1, 2, 3],
        ["8.3"] = [1],
        ["8.4"] = [1],
    };

    private static readonly string List = File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "asvs.md"));

    [Fact]
    public void List_OfRequirements_ShouldBeWhole() => Assert.Equal(
        Numbers.SelectMany(section => section.Value.Select(number => $"V{section.Key}.{number}")),
        Row().Matches(List).Select(row => row.Groups[1].Value));

    [Fact]
    public void Tests_OfTheList_ShouldExist()
    {
        var sources = Directory.GetFiles(Path.Combine(SharedData.Repository, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
            .ToLookup(path => Path.GetFileName(path).Split('.')[0], File.ReadAllText);
        var named = Named().Matches(List).Select(test => (Class: test.Groups[1].Value, Method: test.Groups[2].Value)).Distinct().ToList();

        Assert.InRange(named.Count, 50, int.MaxValue);
        Assert.Equal("", string.Join('\n', named.Where(test =>
            !sources[test.Class].Any(source => source.Contains($" {test.Method}(", StringComparison.Ordinal)))));
    }

    [GeneratedRegex(@"^\| (V[\d.]+) \| [^|]+ \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(\w+Tests)\.(\w+_\w+)`")]
    private static partial Regex Named();
}
