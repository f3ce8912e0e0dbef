using System.Text.Json;

namespace Piton.Web.Tests.CommandLine;

/// <summary>Commands beside a server that has the library, which go over its socket; the same commands without one say the same.</summary>
public sealed class ServedCommandTests : IAsyncLifetime
{
    private readonly ServedLibrary _library = new();

    public Task InitializeAsync() => _library.InitializeAsync();

    public Task DisposeAsync() => _library.DisposeAsync();

    [Fact]
    public async Task Commands_WithAndWithoutAServer_ShouldSayTheSame()
    {
        await _library.Server.Client.UploadAsync(TestImages.Jpeg());
        var made = await _library.RunWithInputAsync("correct horse battery\n", "users", "create-admin", "--email", "bob@example.org", "--password-stdin");
        var again = await _library.RunWithInputAsync("correct horse battery\n", "users", "create-admin", "--email", "bob@example.org", "--password-stdin");
        var token = await _library.RunAsync("tokens", "create", "--user", "bob@example.org", "--scopes", "read");
        Assert.Equal((0, "bob@example.org is an administrator.\n"), (made.ExitCode, made.Output));
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("already exists", again.Errors, StringComparison.Ordinal);
        Assert.Matches("^[A-Za-z0-9_-]{43}$", token.Output.TrimEnd('\n').Split('\n')[^1]);

        string[][] commands =
        [
            ["users", "list"], ["users", "list", "--json", "--role", "administrator"], ["stats", "--json"], ["verify"], ["verify", "--json"],
            ["tokens", "revoke", "--user", "bob@example.org", "--id", "7"],
        ];
        var served = await RunAllAsync(commands);
        Assert.Equal(0, await _library.Server.StopAsync());
        Assert.False(File.Exists(_library.SocketPath));
        var offline = await RunAllAsync(commands);

        Assert.Equal(served, offline);
        Assert.Equal([0, 0, 0, 0, 0, 1], served.Select(run => run.ExitCode));
        Assert.Contains("bob@example.org\tbob\tadministrator\t0\t0\t", served[0].Output, StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(served[1].Output).RootElement.GetArrayLength());
        Assert.Equal(1, JsonDocument.Parse(served[2].Output).RootElement.GetProperty("images").GetProperty("public").GetInt32());
        Assert.EndsWith(" bytes: whole\n", served[3].Output, StringComparison.Ordinal);
        Assert.True(JsonDocument.Parse(served[4].Output).RootElement.GetProperty("isWhole").GetBoolean());
    }

    [Fact]
    public async Task Commands_ThatChangeAccounts_ShouldCountAtOnceInTheServer()
    {
        await _library.RunWithInputAsync("correct horse battery", "users", "create-admin", "--email", "eve@example.org", "--password-stdin");
        var token = (await _library.RunAsync("tokens", "create", "--user", "eve@example.org", "--scopes", "upload", "--json")).Output;
        var (id, key) = (JsonDocument.Parse(token).RootElement.Text("id"), JsonDocument.Parse(token).RootElement.Text("token"));
        Assert.Equal(201, await UploadStatusAsync(key, 40));

        Assert.Equal("eve@example.org is pending.\n", (await _library.RunAsync("users", "set-role", "--email", "eve@example.org", "--role", "pending")).Output);
        Assert.Equal(403, await UploadStatusAsync(key, 41));
        Assert.Equal("eve@example.org is visitor.\n", (await _library.RunAsync("users", "set-role", "--email", "eve@example.org", "--role", "visitor")).Output);
        Assert.Equal("eve@example.org is disabled.\n", (await _library.RunAsync("users", "disable", "--email", "eve@example.org")).Output);
        Assert.Equal(401, await UploadStatusAsync(key, 42));
        Assert.Equal("eve@example.org is open.\n", (await _library.RunAsync("users", "disable", "--email", "eve@example.org", "--undo")).Output);
        Assert.Equal(201, await UploadStatusAsync(key, 43));
        Assert.Equal(0, (await _library.RunAsync("tokens", "revoke", "--user", "eve@example.org", "--id", id)).ExitCode);
        Assert.Equal(401, await UploadStatusAsync(key, 44));
        var compacted = await _library.RunAsync("compact", "--json");
        Assert.Equal(["images.jsonl", "accounts.jsonl", "sessions.jsonl"], JsonDocument.Parse(compacted.Output).RootElement.EnumerateArray().Select(log => log.Text("name")));
    }

    [Fact]
    public async Task Repair_WhenAServerHasTheLibrary_ShouldExit3AndSayWhatToDo()
    {
        var run = await _library.RunAsync("verify", "--repair");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("Stop the server", run.Errors, StringComparison.Ordinal);
    }

    private async Task<List<(int ExitCode, string Output, string Errors)>> RunAllAsync(string[][] commands)
    {
        var runs = new List<(int ExitCode, string Output, string Errors)>();
        foreach (var command in commands)
        {
            var (exitCode, output, errors) = await _library.RunAsync(command);

            // Without a server the log of the process is on standard error as well.
            runs.Add((exitCode, output, string.Join('\n', errors.Split('\n').Where(line => line.StartsWith("piton:", StringComparison.Ordinal)))));
        }

        return runs;
    }

    private async Task<int> UploadStatusAsync(string key, int side)
    {
        using var client = new HttpClient { BaseAddress = _library.Server.Client.BaseAddress, DefaultRequestHeaders = { Authorization = new("Bearer", key) } };
        using var form = Uploads.Form(TestImages.Png(side, side));
        using var answer = await client.PostAsync(Uploads.Api, form);
        return (int)answer.StatusCode;
    }
}
