using Piton.Web.CommandLine;

namespace Piton.Web.Tests.CommandLine;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("import --Piton:DataDirectory /data folder", "import folder", "--Piton:DataDirectory /data")]
    [InlineData("--Piton:PageSize=30 verify --repair", "verify --repair", "--Piton:PageSize=30")]
    [InlineData("serve --urls http://localhost:1 --environment Production", "serve", "--urls http://localhost:1 --environment Production")]
    [InlineData("serve --Piton:PageSize", "serve --Piton:PageSize", "")]
    [InlineData("users list --role pending", "users list --role pending", "")]
    public void Split_WhenThereAreSettings_ShouldTakeThemOut(string line, string words, string settings)
    {
        var split = Settings.Split(line.Split(' '));

        Assert.Equal((words, settings), (string.Join(' ', split.Words), string.Join(' ', split.Settings)));
    }
}
