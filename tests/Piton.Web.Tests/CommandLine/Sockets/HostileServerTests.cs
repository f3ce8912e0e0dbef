using System.Text.Json;

namespace Piton.Web.Tests.CommandLine.Sockets;

/// <summary>Root runs commands beside a server that strangers reach: whatever speaks for it gets no more of the terminal than words on it.</summary>
public sealed class HostileServerTests
{
    [Theory]
    [InlineData(3, "verify")]
    [InlineData(3, "stats")]
    [InlineData(1, "compact")]
    public async Task Command_WhenTheServerEndsBeforeIt_ShouldNotBeTakenForDoneOrDamaged(int exitCode, string word)
    {
        using var server = new FakeServer();

        var run = await server.RunAsync("", word, "--json");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains("the server ended before the command did", run.Errors, StringComparison.Ordinal);
        Assert.Contains("the server ended", JsonDocument.Parse(run.Output).RootElement.Text("error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_WhenTheServerEndsWithinItsDocument_ShouldNotBeginAnother()
    {
        using var server = new FakeServer("""{"text":"{ \"images\": "}""");

        var run = await server.RunAsync("", "stats", "--json");

        Assert.Equal((3, "{ \"images\": "), (run.ExitCode, run.Output));
    }

    [Theory]
    [InlineData("""{"table":{}}""")]
    [InlineData("""{"table":{"columns":["a"],"rows":[["b","c"]]}}""")]
    [InlineData("""{"table":{"columns":[null],"rows":[null]}}""")]
    [InlineData("""{"progress":{}}""")]
    [InlineData("{}")]
    [InlineData("[")]
    public async Task Command_WhenTheServerSaysNonsense_ShouldEndInWords(string said)
    {
        using var server = new FakeServer(said, """{"exit":0}""");

        var run = await server.RunAsync("", "stats");

        Assert.Equal(3, run.ExitCode);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_WhenNoDocumentWasAskedFor_ShouldNotBeShown()
    {
        using var server = new FakeServer("""{"text":"\u001b]0;taken\u0007"}""", """{"exit":0}""");

        var run = await server.RunAsync("", "verify");

        Assert.DoesNotContain("taken", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_OfADocument_ShouldHoldNothingThatATerminalObeysButLinesAndTabs()
    {
        using var server = new FakeServer("""{"text":"{\n\t\"name\": \"\u001b]0;taken\u0007\"\n}\n"}""", """{"exit":0}""");

        var run = await server.RunAsync("", "verify", "--json");

        Assert.Equal((0, "{\n\t\"name\": \"\\u001b]0;taken\\u0007\"\n}\n"), (run.ExitCode, run.Output));
        Assert.Equal("\u001b]0;taken\u0007", JsonDocument.Parse(run.Output).RootElement.Text("name"));
    }

    [Theory]
    [InlineData(3, "verify")]
    [InlineData(1, "backup", "/nowhere")]
    public async Task StandardInput_WhenTheCommandReadsNone_ShouldStayTheCallers(int exitCode, params string[] words)
    {
        using var server = new FakeServer("""{"wantsInput":true}""", """{"exit":0}""");

        var run = await server.RunAsync("the next line of a script\n", words);

        Assert.DoesNotContain("script", await server.Heard, StringComparison.Ordinal);
        Assert.Equal(exitCode, run.ExitCode);
    }

    [Fact]
    public async Task StandardInput_WhenTheCommandReadsIt_ShouldGoToTheServer()
    {
        using var server = new FakeServer("""{"wantsInput":true}""", """{"exit":0}""");

        var run = await server.RunAsync("correct horse battery\n", "users", "create-admin", "--email", "ana@example.org", "--password-stdin");

        Assert.Contains("correct horse battery", await server.Heard, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }
}
