using System.Runtime.Versioning;
using System.Text;
using Piton.Web.Tests.Access;

namespace Piton.Web.Tests.Deployment;

/// <summary>Requests of which nginx and Piton could see different ends. What hides in one must never be a request of its own.</summary>
[SupportedOSPlatform("linux")]
[Collection(NginxCollection.Name)]
public sealed class RequestSmugglingTests(NginxHouse house)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static TheoryData<string, string, string> Ambiguous() => new()
    {
        { "CL.TE", "Content-Length: {length}\r\nTransfer-Encoding: chunked", "0\r\n\r\n{hidden}" },
        { "TE.CL", "Transfer-Encoding: chunked\r\nContent-Length: 4", "{size}\r\n{hidden}\r\n0\r\n\r\n" },
        { "TE.TE, two of them", "Content-Length: {length}\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity", "0\r\n\r\n{hidden}" },
        { "TE.TE, one list", "Content-Length: {length}\r\nTransfer-Encoding: identity, chunked", "0\r\n\r\n{hidden}" },
        { "TE unknown", "Content-Length: {length}\r\nTransfer-Encoding: xchunked", "0\r\n\r\n{hidden}" },
        { "TE with a space before the colon", "Content-Length: {length}\r\nTransfer-Encoding : chunked", "0\r\n\r\n{hidden}" },
        { "TE behind a vertical tab", "Content-Length: {length}\r\nTransfer-Encoding: \u000bchunked", "0\r\n\r\n{hidden}" },
        { "TE with an underscore", "Content-Length: {length}\r\nTransfer_Encoding: chunked", "0\r\n\r\n{hidden}" },
        { "TE within a header, by a bare line end", "Content-Length: {length}\r\nX: y\rTransfer-Encoding: chunked", "0\r\n\r\n{hidden}" },
        { "two lengths", "Content-Length: {length}\r\nContent-Length: 0", "{hidden}" },
        { "two lengths, the short one first", "Content-Length: 0\r\nContent-Length: {length}", "{hidden}" },
        { "a list of lengths", "Content-Length: {length}, 0", "{hidden}" },
        { "a length with a sign", "Content-Length: +{length}", "{hidden}" },
        { "a length below zero", "Content-Length: -1", "{hidden}" },
        { "obs-fold of TE", "Content-Length: {length}\r\nTransfer-Encoding:\r\n chunked", "0\r\n\r\n{hidden}" },
        { "obs-fold of a length", "Content-Length:\r\n {length}", "{hidden}" },
        { "a chunk longer than any number", "Transfer-Encoding: chunked", "fffffffffffffffff1\r\n{hidden}\r\n0\r\n\r\n" },
        { "a chunk behind a bare line end", "Transfer-Encoding: chunked", "1;\n{hidden}\r\n0\r\n\r\n" },
        { "in a body of its length", "Content-Length: {length}", "{hidden}" },
        { "in a chunk", "Transfer-Encoding: chunked", "{size}\r\n{hidden}\r\n0\r\n\r\n" },
    };

    [Theory]
    [MemberData(nameof(Ambiguous))]
    public async Task Hidden_InARequestWithTwoEnds_ShouldNeverBeAskedOfPiton(string name, string headers, string body)
    {
        var secret = $"/hidden-{Guid.NewGuid():N}";
        var hidden = $"GET {secret} HTTP/1.1\r\nHost: {ProxiedHouse.Host}\r\n\r\n";
        var sent = body.Replace("{hidden}", hidden, StringComparison.Ordinal).Replace("{size}", $"{hidden.Length:x}", StringComparison.Ordinal);
        var head = $"POST /api/v1/images HTTP/1.1\r\nHost: {ProxiedHouse.Host}\r\nContent-Type: multipart/form-data; boundary=b\r\n"
            + headers.Replace("{length}", $"{sent.Length}", StringComparison.Ordinal);

        var first = await StatusAsync($"{head}\r\n\r\n{sent}");
        var next = await StatusAsync($"GET /behind HTTP/1.1\r\nHost: {ProxiedHouse.Host}\r\nConnection: close\r\n\r\n");

        Assert.True(first is "" || first[0] == '4' || first[0] == '5', $"{name}: {first}");
        Assert.Equal("404", next);
        Assert.DoesNotContain(secret, house.Paths);
    }

    [Fact]
    public async Task Pipelined_Requests_ShouldEachBeAnsweredInTheirOrder()
    {
        using var connection = await NginxHouse.RawAsync();
        await connection.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(
            Get("/health/live", "keep-alive"), Get("/nowhere", "keep-alive"), Get("/health/live", "close"))));
        using var reader = new StreamReader(connection);

        var said = await reader.ReadToEndAsync();

        Assert.Equal(["200", "404", "200"], said.Split("HTTP/1.1 ").Skip(1).Select(answer => answer[..3]));
    }

    private static string Get(string path, string connection) => $"GET {path} HTTP/1.1\r\nHost: {ProxiedHouse.Host}\r\nConnection: {connection}\r\n\r\n";

    /// <summary>The status of the first answer; empty where there is none.</summary>
    private static async Task<string> StatusAsync(string request)
    {
        using var connection = await NginxHouse.RawAsync();
        using var patience = new CancellationTokenSource(Patience);
        await connection.WriteAsync(Encoding.Latin1.GetBytes(request), patience.Token);
        using var reader = new StreamReader(connection);
        return await reader.ReadLineAsync(patience.Token) is { } line ? line.Split(' ')[1] : "";
    }
}
