using System.Net;

namespace Piton.Web.Tests.CommandLine;

public sealed class PitonCommandLineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-cli-");

    private string DataDirectory => Path.Combine(_folder.FullName, "data");

    [Fact]
    public async Task Run_WhenCommandIsUnknown_ShouldExit2WithAHint()
    {
        var run = await PitonProcess.RunAsync("sevre");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("\"sevre\"", run.Errors, StringComparison.Ordinal);
        Assert.Contains("serve", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--repiar", "verify", "--repiar")]
    [InlineData("then", "verify", "now", "then")]
    [InlineData("--port", "serve", "--port", "80")]
    [InlineData("-v", "-v")]
    [InlineData("--PageSize=7", "serve", "--PageSize=7")]
    [InlineData("--url=http://127.0.0.1:0", "--url=http://127.0.0.1:0")]
    public async Task Run_WhenAWordIsNeitherOptionNorSetting_ShouldExit2AndDoNothing(string stray, params string[] arguments)
    {
        var run = await PitonProcess.RunAsync([.. arguments, "--Piton:DataDirectory", DataDirectory]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"\"{stray}\"", run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(DataDirectory));
    }

    [Theory]
    [InlineData("--visibility=", "import", "/old", "--visibility=")]
    [InlineData("--visibility=", "import", "--visibility=", "/old")]
    [InlineData("--owner=", "import", "/old", "--owner=")]
    [InlineData("--days=", "tokens", "create", "--user", "ana@example.org", "--scopes", "read", "--days=")]
    [InlineData("--undo=", "users", "disable", "--email", "ana@example.org", "--undo=")]
    [InlineData("--existing=", "backup", "/nowhere", "--existing=")]
    [InlineData("--undo:", "users", "disable", "--undo:", "--email", "ana@example.org")]
    [InlineData("", "import", "/old", "--visibility", "")]
    [InlineData("", "backup", "")]
    public async Task Run_WhenAnArgumentIsEmpty_ShouldExit2AndDoNothing(string empty, params string[] arguments)
    {
        var run = await PitonProcess.RunAsync([.. arguments, "--Piton:DataDirectory", DataDirectory]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"an argument is empty: \"{empty}\".", run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(DataDirectory));
    }

    [Fact]
    public async Task Import_WhenThereIsNoSuchVisibility_ShouldExit2AndSayWhichThereAre()
    {
        var run = await PitonProcess.RunAsync("import", "/old", "--visibility", "privat", "--Piton:DataDirectory", DataDirectory);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("There is no visibility \"privat\". Use one of: public, unlisted, private.", run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(DataDirectory));
    }

    [Fact]
    public async Task Serve_WhenAnOptionIsWrong_ShouldExit1AndSayWhichAndWhatWouldBeRight()
    {
        var run = await PitonProcess.RunAsync("serve", "--Piton:PageSize=0", "--Piton:DataDirectory", DataDirectory);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Piton:PageSize is 0. Give it 1 to 200.", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Piton:PageSize=many", "Piton:PageSize")]
    [InlineData("--Piton:PublicUrl=pictures", "Piton:PublicUrl is pictures")]
    [InlineData("--Piton:PublicUrl=https://example.org/pictures", "without a path")]
    [InlineData("--urls=somewhere", "--urls http://localhost:5080")]
    [InlineData("--urls=http://127.0.0.1:8085x", "cannot listen at \"http://127.0.0.1:8085x\"")]
    [InlineData("--urls=http://localhst:5097", "cannot listen at \"http://localhst:5097\"")]
    [InlineData("--urls=http://127.0.0.1:0;127.0.0.1:5098", "cannot listen at \"127.0.0.1:5098\"")]
    [InlineData("--Piton:PageSise=30", "Piton:PageSise is no option. Nearest is Piton:PageSize")]
    [InlineData("--Piton:Limits:MaxPixel=5", "Nearest is Piton:Limits:MaxPixels")]
    [InlineData("--Piton:MaxFormBytes=9223372036854775807", "Piton:MaxFormBytes is 9223372036854775807")]
    [InlineData("--urls=http://203.0.113.7:5080", "--urls http://localhost:5080")]
    public async Task Serve_WhenASettingCannotBe_ShouldSayWhichAndNotShowItsStack(string setting, string said)
    {
        var run = await PitonProcess.RunAsync("serve", setting, "--Piton:DataDirectory", DataDirectory);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:1x", null, null, null)]
    [InlineData("http://localhost:2x", "http://localhost:2x", null, null)]
    [InlineData("http://localhost:3x", null, "http://localhost:3x", null)]
    [InlineData("http://localhost:4x", "http://localhost:2x", "http://localhost:3x", "http://localhost:4x")]
    public async Task Serve_WhenSeveralSayWhereToListen_ShouldHeedTheCommandLineBeforeTheEnvironmentBeforeTheFile(
        string heeded, string? aspNetCore, string? dotNet, string? commandLine)
    {
        var file = Path.Combine(_folder.FullName, "piton.json");
        await File.WriteAllTextAsync(file, """{ "urls": "http://localhost:1x" }""");
        var environment = new Dictionary<string, string> { ["PITON_SETTINGS"] = file, ["ASPNETCORE_URLS"] = aspNetCore ?? "", ["DOTNET_URLS"] = dotNet ?? "" };
        foreach (var unset in environment.Where(pair => pair.Value.Length == 0).Select(pair => pair.Key).ToList())
        {
            environment.Remove(unset);
        }

        string[] said = commandLine is null ? [] : ["--urls", commandLine];
        var run = await PitonProcess.RunInAsync(environment, ["serve", .. said, "--Piton:DataDirectory", DataDirectory]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"\"{heeded}\"", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_WhenTheServiceManagerIsGone_ShouldServeAndSaySo()
    {
        await using var piton = await PitonProcess.ServeInAsync(new() { ["NOTIFY_SOCKET"] = Path.Combine(_folder.FullName, "none") }, DataDirectory);

        Assert.Contains(piton.Log, line => line.Contains("warn: Piton.Web.CommandLine.ServiceManager", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3, "stats")]
    [InlineData(1, "serve")]
    public async Task Run_WhenTheWorkingFolderWasDeleted_ShouldSaySoAndNotShowItsStack(int exitCode, string word)
    {
        var gone = _folder.CreateSubdirectory("gone").FullName;

        var run = await PitonProcess.RunBehindAsync(["sh", "-c", "cd \"$0\" && rmdir \"$0\" && exec \"$@\"", gone], word);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains("was deleted", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WhenTheFolderIsAnotherUsers_ShouldSayAsWhomToRunIt()
    {
        var data = Directory.CreateDirectory(DataDirectory);
        data.UnixFileMode = UnixFileMode.None;

        var run = Environment.IsPrivilegedProcess
            ? await PitonProcess.RunBehindAsync(["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"], "stats", "--Piton:DataDirectory", DataDirectory)
            : await PitonProcess.RunAsync("stats", "--Piton:DataDirectory", DataDirectory);

        data.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("as root (sudo) or as the user that runs Piton", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_WhenOptionsOfSeveralSectionsAreWrong_ShouldNameThemAll()
    {
        var run = await PitonProcess.RunAsync(
            "serve", "--Piton:PageSize=0", "--Piton:Limits:MaxSide=0", "--Piton:DataDirectory", DataDirectory);

        Assert.Equal(1, run.ExitCode);
        Assert.All(["Piton:PageSize", "Piton:Limits:MaxSide"], name => Assert.Contains(name, run.Errors, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_WhenThePortIsTaken_ShouldExit1AndSaySo()
    {
        await using var first = await PitonProcess.ServeAsync(DataDirectory);

        var second = await PitonProcess.RunAsync(
            "serve", "--urls", first.Client.BaseAddress!.ToString(), "--Piton:DataDirectory", Path.Combine(_folder.FullName, "other"));

        Assert.Equal(1, second.ExitCode);
        Assert.Contains("address already in use", second.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_WhenAnotherProcessHasTheLibrary_ShouldExit1AndSayWho()
    {
        await using var first = await PitonProcess.ServeAsync(DataDirectory);

        var second = await PitonProcess.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--Piton:DataDirectory", DataDirectory);

        Assert.Equal(1, second.ExitCode);
        Assert.Contains(DataDirectory, second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_WhenTheLastSettingHasNoValue_ShouldExit2()
    {
        var run = await PitonProcess.RunAsync("serve", "--Piton:DataDirectory", DataDirectory, "--Piton:PageSize");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--Piton:PageSize", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_WhenToldToStopDuringAnUpload_ShouldFinishItAndExit0()
    {
        await using var piton = await PitonProcess.ServeAsync(DataDirectory);
        using var form = Uploads.Form(TestImages.NoisyJpeg(1200, 900));
        using var gate = new GatedContent(form);

        var upload = piton.Client.PostAsync(Uploads.Api, gate);
        await gate.HalfWay;
        await StagedAsync();
        var stopped = piton.StopAsync();
        gate.GoOn();
        using var answer = await upload;

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(0, await stopped);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(DataDirectory, "staging")));
    }

    [Fact]
    public async Task Serve_WhenAnUploadOutlastsTheStop_ShouldCutItOffAndExit0()
    {
        await using var piton = await PitonProcess.ServeInAsync(new() { ["DOTNET_shutdownTimeoutSeconds"] = "1" }, DataDirectory);
        using var form = Uploads.Form(TestImages.NoisyJpeg(1200, 900));
        using var gate = new GatedContent(form);

        var upload = piton.Client.PostAsync(Uploads.Api, gate);
        await gate.HalfWay;
        await StagedAsync();
        var exitCode = await piton.StopAsync();
        gate.GoOn();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => upload);
        Assert.True(exitCode == 0, string.Join('\n', piton.Log));
        Assert.DoesNotContain(piton.Log, line => line.Contains("   at ", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(DataDirectory, "staging")));
        Assert.Equal(0, (await PitonProcess.RunAsync("verify", "--Piton:DataDirectory", DataDirectory)).ExitCode);
    }

    [Fact]
    public async Task Serve_WhenCatalogueIsGone_ShouldRefuseAndVerifyShouldRebuildIt()
    {
        string id;
        await using (var piton = await PitonProcess.ServeAsync(DataDirectory))
        {
            id = (await piton.Client.UploadAsync(TestImages.Jpeg())).Text("id");
        }

        File.Delete(Path.Combine(DataDirectory, "images.jsonl"));
        var refused = await PitonProcess.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--Piton:DataDirectory", DataDirectory);
        var found = await PitonProcess.RunAsync("verify", "--Piton:DataDirectory", DataDirectory);
        var repaired = await PitonProcess.RunAsync("verify", "--repair", "--Piton:DataDirectory", DataDirectory);
        await using var again = await PitonProcess.ServeAsync(DataDirectory);
        var image = await again.Client.GetAsync($"{Uploads.Api}/{id}");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("verify --repair", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(1, found.ExitCode);
        Assert.Equal(0, repaired.ExitCode);
        Assert.True(image.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Verify_WhenLibraryIsWhole_ShouldExit0()
    {
        await using (var piton = await PitonProcess.ServeAsync(DataDirectory))
        {
            await piton.Client.UploadAsync(TestImages.Jpeg());
        }

        var run = await PitonProcess.RunAsync("verify", "--Piton:DataDirectory", DataDirectory);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
    }

    [Fact]
    public async Task Verify_WhenAByteOfAPictureIsFlipped_ShouldExit1AndNameTheFile()
    {
        await using (var piton = await PitonProcess.ServeAsync(DataDirectory))
        {
            await piton.Client.UploadAsync(TestImages.Jpeg());
        }

        var picture = Directory.GetFiles(DataDirectory, "full.webp", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(picture);
        bytes[^10] ^= 1;
        await File.WriteAllBytesAsync(picture, bytes);
        var run = await PitonProcess.RunAsync("verify", "--Piton:DataDirectory", DataDirectory);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("full.webp", run.Output, StringComparison.Ordinal);
    }

    // What was sent may still be on its way; the server has a request only when it stages it.
    private Task StagedAsync() => Eventually.HoldsAsync(
        () => Directory.GetFileSystemEntries(Path.Combine(DataDirectory, "staging")).Length > 0, TimeSpan.FromSeconds(30), "the server began to stage the upload");

    public void Dispose() => _folder.Delete(recursive: true);
}
