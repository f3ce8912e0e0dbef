using Piton.Web.CommandLine;

namespace Piton.Web.Tests.CommandLine;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("import --Piton:DataDirectory /data folder", "import folder", "--Piton:DataDirectory /data")]
    [InlineData("--Piton:PageSize=30 verify --repair", "verify --repair", "--Piton:PageSize=30")]
    [InlineData("serve --urls http://localhost:1 --environment Production", "serve", "--urls http://localhost:1 --environment Production")]
    [InlineData("serve --Piton:PageSize", "serve --Piton:PageSize", "")]
    [InlineData("import /old --visibility=", "import /old --visibility=", "")]
    [InlineData("--Piton= verify --piton:PageSize=30", "verify", "--Piton= --piton:PageSize=30")]
    [InlineData("--Pitons= verify --Piton:PageSize=30", "--Pitons= verify", "--Piton:PageSize=30")]
    [InlineData("import /old --visibility:private --json", "import /old --visibility:private --json", "")]
    [InlineData("users list --role pending", "users list --role pending", "")]
    public void Split_WhenThereAreSettings_ShouldTakeThemOut(string line, string words, string settings)
    {
        var split = Settings.Split(line.Split(' '), new HashSet<string> { "--visibility" });

        Assert.Equal((words, settings), (string.Join(' ', split.Words), string.Join(' ', split.Settings)));
    }
}
