using System.Net;
using System.Text;
using Piton.Domain.Access;

namespace Piton.Web.Tests.Hosting;

/// <summary>
/// Slow and huge requests: they end, the memory stays, and others are served meanwhile. How fast is measured by the benchmarks: a test of speed would
/// fail on a busy machine.
/// </summary>
public sealed class AttackTests : IDisposable
{
    private const int Slow = 1000;
    private const long TenGigabytes = 10_000_000_000;

    // Generous: both ends of each connection are in this one process.
    private const long MemoryAllowed = 500_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly PitonServer _server = new()
    {
        Settings =
        {
            ["Piton:Connections:HeadSeconds"] = "3",
            ["Piton:Conversions:Running"] = "1",
            ["Piton:Conversions:Waiting"] = "0",
            ["Piton:MaxFormBytes"] = "30000000",
        },
    };

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Slowloris_OfAThousandConnections_ShouldBeHungUpOnAndKeepNobodyOut()
    {
        using var visitor = _server.ApiClient();
        await visitor.UploadAsync(TestImages.Jpeg(64, 64));
        var before = Environment.WorkingSet;
        var connections = await Task.WhenAll(Enumerable.Range(0, Slow).Select(async _ =>
        {
            var connection = await RawConnection.OpenAsync(_server.Address);
            await connection.TrySendAsync("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            return connection;
        }));

        await AssertServedAsync(visitor);
        await Task.WhenAll(connections.Select(connection => connection.TrySendAsync("x")));
        Assert.InRange(Environment.WorkingSet - before, long.MinValue, MemoryAllowed);

        // The server says that it waited for too long (408), and hangs up.
        var said = await Task.WhenAll(connections.Select(connection => connection.ReadAsync(1000)));
        Assert.All(said, answer => Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal), answer));
        Array.ForEach(connections, connection => connection.Dispose());
        await AssertServedAsync(visitor);
    }

    [Fact]
    public async Task SlowUploads_WhenOneConversionRunsAtATime_ShouldHoldNoPlaceAndLeaveNothing()
    {
        using var visitor = _server.ApiClient();
        var before = _server.Inventory();
        var part = Encoding.ASCII.GetBytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"slow.jpg\"\r\n\r\n")
            .Concat(TestImages.NoisyJpeg(900, 700)[..200_000]).ToArray();
        var connections = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            var connection = await RawConnection.OpenAsync(_server.Address);
            await connection.TrySendAsync(Head("/api/v1/images", "Content-Length: 20000000"));
            await connection.TrySendAsync(part);
            return connection;
        }));
        await Eventually.HoldsAsync(() => _server.Inventory().Count >= before.Count + 20, Patience, "each of them stages its bytes");

        // A place is taken by whoever has sent all of it, and by nobody else: there is one.
        await AssertServedAsync(visitor);

        // The bytes so far were fast, so the average falls below the least only after minutes; what hangs up is let go of at once.
        Array.ForEach(connections, connection => connection.Dispose());
        await Eventually.HoldsAsync(
            () => Directory.GetFileSystemEntries(Path.Combine(_server.DataDirectory, "staging")).Length == 0, Patience, "nothing is left of them");
    }

    [Fact]
    public async Task SlowBody_WhenItTrickles_ShouldBeCutOff()
    {
        using var connection = await RawConnection.OpenAsync(_server.Address);
        await connection.TrySendAsync(Head("/api/v1/images", "Content-Length: 1000000"));
        await connection.TrySendAsync("--b\r\n");

        var said = await connection.ReadAsync();

        Assert.True(said.Length == 0 || said.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal), said);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_server.DataDirectory, "staging")));
    }

    [Theory]
    [InlineData("/api/v1/images", "multipart/form-data; boundary=b")]
    [InlineData("/upload", "multipart/form-data; boundary=b")]
    [InlineData("/account/sign-in", "application/x-www-form-urlencoded")]
    [InlineData("/api/v1/images/delete", "application/json")]
    public async Task TenGigabytes_WhenDeclared_ShouldBeRefusedBeforeTheyAreSent(string path, string type)
    {
        using var connection = await RawConnection.OpenAsync(_server.Address);
        await connection.TrySendAsync(Head(path, $"Content-Length: {TenGigabytes}", type));

        var said = await connection.ReadAsync();

        // A form without its antiforgery token is refused as such, and as soon.
        Assert.True(
            said.StartsWith("HTTP/1.1 413 ", StringComparison.Ordinal) || said.StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal), said);
        Assert.Contains("Connection: close", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TenGigabytes_WhenChunked_ShouldBeCutOffAndNotBeHeld()
    {
        using var visitor = _server.ApiClient();
        var before = Environment.WorkingSet;
        using var connection = await RawConnection.OpenAsync(_server.Address);
        await connection.TrySendAsync(Head("/api/v1/images", "Transfer-Encoding: chunked"));
        const string Part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"endless.jpg\"\r\n\r\n";
        await connection.TrySendAsync($"{Part.Length:x}\r\n{Part}\r\n");
        var chunk = Encoding.ASCII.GetBytes("100000\r\n").Concat(new byte[0x100000]).Concat(Encoding.ASCII.GetBytes("\r\n")).ToArray();

        var sent = 0L;
        var answer = connection.ReadAsync();
        while (sent < TenGigabytes && await connection.TrySendAsync(chunk))
        {
            sent += chunk.Length;
        }

        Assert.InRange(sent, 1, 200_000_000);
        Assert.InRange(Environment.WorkingSet - before, long.MinValue, MemoryAllowed);
        Assert.True(await answer is "" or ['H', ..], await answer);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_server.DataDirectory, "staging")));
        await AssertServedAsync(visitor);
    }

    [Fact]
    public async Task Body_WhenItIsLongerThanDeclared_ShouldBeTakenAsFarAsDeclared()
    {
        const string Surplus = "GET /trash HTTP/1.1\r\nHost: localhost\r\n\r\n";
        using var connection = await RawConnection.OpenAsync(_server.Address);
        await connection.TrySendAsync(Head("/api/v1/images", "Content-Length: 5") + "--b\r\n" + "\0\0\0" + Surplus);

        var said = await connection.ReadAsync();

        // What stands behind is no request, and ends the connection.
        Assert.StartsWith("HTTP/1.1 400 ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("/account/sign-in", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/images", "file\"; filename=\"x.jpg")]
    [InlineData("/api/v1/images", "name")]
    [InlineData("/upload", "files\"; filename=\"x.jpg")]
    [InlineData("/upload", "names[]")]
    public async Task TenThousandParts_WhenSent_ShouldBeRefusedAndLeaveNothing(string path, string field)
    {
        using var visitor = path == "/upload" ? await SignedInAsync() : _server.ApiClient();
        var before = _server.Inventory();
        var body = string.Concat(Enumerable.Repeat($"--b\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\nx\r\n", 10_000)) + "--b--\r\n";
        using var content = new StringContent(body) { Headers = { ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } } } };

        using var answer = await visitor.PostAsync(new Uri(path, UriKind.Relative), content);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest });
        Assert.Equal(before, _server.Inventory());
    }

    private async Task<HttpClient> SignedInAsync()
    {
        var client = _server.ApiClient();
        using var browser = _server.Browser();
        using var page = await browser.GetAsync(new Uri("/", UriKind.Relative));
        client.DefaultRequestHeaders.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        client.DefaultRequestHeaders.Add(
            "RequestVerificationToken", (await Pages.PageReader.PageAsync(page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        return client;
    }

    private static async Task AssertServedAsync(HttpClient visitor)
    {
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(new Uri("/", UriKind.Relative))).StatusCode);
        await visitor.UploadAsync(TestImages.Jpeg(64, 64));
    }

    private string Head(string path, string length, string type = "multipart/form-data; boundary=b") =>
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {_server.Accounts.BearerOf(Role.Administrator)}\r\nContent-Type: {type}\r\n{length}\r\n\r\n";
}
