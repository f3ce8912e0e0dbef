using System.Text.RegularExpressions;
using Piton.Infrastructure;
using Piton.Web.Options;

namespace Piton.Web.Tests.Options;

public sealed partial class OptionNamesTests
{
    private readonly OptionNames _names = new(PitonInfrastructure.Options);

    [Fact]
    public void All_AgainstTheReadme_ShouldBeTheOptionsOfItsTable()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryRoot(), "README.md"));

        var listed = TableRow().Matches(readme).Select(row => row.Groups[1].Value).Order(StringComparer.Ordinal);

        Assert.Equal(_names.All, listed);
    }

    [Theory]
    [InlineData("PageSize", true)]
    [InlineData("pagesize", true)]
    [InlineData("AllowedHosts:0", true)]
    [InlineData("Limits:MaxSide", true)]
    [InlineData("PageSise", false)]
    [InlineData("Limits:PageSize", false)]
    [InlineData("Limits", false)]
    public void IsKnown_WhenAsked_ShouldTellOptionsFromSlips(string name, bool known) => Assert.Equal(known, _names.IsKnown(name));

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "PitonClean.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^\| `Piton:([\w:]+)` \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}
