using System.Diagnostics;

namespace Piton.Web.Tests.CommandLine;

/// <summary>The commands that open the library while no server has it.</summary>
public sealed class OfflineCommandTests : IDisposable
{
    private const string Email = "ana@example.org";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-offline-");

    private string[] Data => ["--Piton:DataDirectory", Path.Combine(_folder.FullName, "data")];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task CreateAdmin_WhenThereIsSuchAnAccount_ShouldSayThatItExists()
    {
        var made = await CreateAdminAsync("correct horse battery");
        var again = await CreateAdminAsync("correct horse battery");
        var weak = await CreateAdminAsync("password", "bob@example.org");

        Assert.Equal((0, $"{Email} is an administrator.\n"), (made.ExitCode, made.Output));
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("already exists", again.Errors, StringComparison.Ordinal);
        Assert.Equal(1, weak.ExitCode);
    }

    [Fact]
    public async Task CreateToken_WhenTheOptionsNameAnAdministrator_ShouldMakeTheTokenAlone()
    {
        await CreateAdminAsync("correct horse battery");

        var run = await PitonProcess.RunAsync(
            ["tokens", "create", "--user", Email, "--scopes", "read,upload", .. Data, "--Piton:Setup:AdminEmail", Email, "--Piton:Setup:AdminPassword", "correct horse battery"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("^[A-Za-z0-9_-]{43}$", run.Output.TrimEnd('\n').Split('\n')[^1]);
        Assert.DoesNotContain("PurgeTrash", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_WhenTheAdministratorOfTheOptionsExists_ShouldRefuseAndSaySo()
    {
        await CreateAdminAsync("correct horse battery");

        var run = await PitonProcess.RunAsync(
            ["serve", "--urls", "http://127.0.0.1:0", .. Data, "--Piton:Setup:AdminEmail", Email, "--Piton:Setup:AdminPassword", "correct horse battery"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("already exists", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_WhenAllIsWell_ShouldLogNothingUnlessItIsAskedTo()
    {
        var quiet = await PitonProcess.RunAsync(["compact", .. Data]);
        var asked = await PitonProcess.RunAsync(["compact", "--Logging:LogLevel:Default=Information", .. Data]);

        Assert.DoesNotContain("info: ", quiet.Errors, StringComparison.Ordinal);
        Assert.Contains("info: ", asked.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "compact")]
    [InlineData(false, "stats")]
    [InlineData(true, "import", ".")]
    public async Task Command_WhenNoServerHasTheLibrary_ShouldStartDecodersOnlyToConvert(bool converts, params string[] words)
    {
        using var piton = new WatchedPiton(_folder.FullName, "data", words);
        var decodes = false;
        var began = Stopwatch.GetTimestamp();
        while (!piton.HasEnded && Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(1))
        {
            decodes |= piton.HasDecoder;
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        var (_, output, errors) = await piton.EndAsync();
        Assert.True(decodes == converts, output + errors);
    }

    [Fact]
    public async Task Command_WhenTheJournalIsOfWhoStartedIt_ShouldLogLinesWithTheTimeAndNoMarks()
    {
        var run = await PitonProcess.RunInAsync(
            new() { ["JOURNAL_STREAM"] = "8:1" }, ["compact", "--Logging:LogLevel:Default=Information", .. Data]);

        Assert.Matches(@"(?m)^\d{4}-\d\d-\d\dT\S+Z info: ", run.Errors);
        Assert.DoesNotContain("<6>", run.Errors, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Errors)> CreateAdminAsync(string password, string email = Email) =>
        PitonProcess.RunWithInputAsync(password, ["users", "create-admin", "--email", email, "--password-stdin", .. Data]);
}
