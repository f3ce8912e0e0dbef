using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Piton.Web.CommandLine.Sockets;

namespace Piton.Web.Tests.CommandLine.Sockets;

/// <summary>Callers at the server's socket who do not speak as they should. None of them keeps the next from being heard.</summary>
public sealed class HostilePeerTests(ServedLibrary library) : IClassFixture<ServedLibrary>
{
    public static TheoryData<string> Nonsense =>
    [
        "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "{\"call\":{\"words\":[\"stats\"],\"folder\":\"relative\"}}\n",
        "{\"call\":{\"words\":null,\"folder\":\"/tmp\"}}\n",
        "{\"input\":{\"line\":\"password\"}}\n",
        "{\"cancel\":true}\n",
        "\0\u0001\u0002\n",
        new string('x', Wire.MaxRequestBytes + 1),
    ];

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task Call_WhenItIsNonsense_ShouldBeClosedWithoutAWord(string sent)
    {
        using var socket = await ConnectAsync();
        await SendAsync(socket, sent);

        Assert.Equal("", await ReadToEndAsync(socket));
        Assert.Equal(0, (await library.RunAsync("stats")).ExitCode);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("no-such-command")]
    [InlineData("--help")]
    public async Task Call_WhenItIsNoCommandOfTheLibrary_ShouldBeMisuse(string word)
    {
        using var socket = await ConnectAsync();
        await SendAsync(socket, $"{{\"call\":{{\"words\":[\"{word}\"],\"folder\":\"/tmp\"}}}}\n");

        Assert.EndsWith("{\"exit\":2}\n", await ReadToEndAsync(socket), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_WhenItsCommandWaitsForInput_ShouldEndWhenCancelledAndSaySo()
    {
        using var socket = await ConnectAsync();
        await SendAsync(socket, "{\"call\":{\"words\":[\"users\",\"create-admin\",\"--email\",\"x@example.org\",\"--password-stdin\"],\"folder\":\"/tmp\"}}\n{\"cancel\":true}\n");

        var said = await ReadToEndAsync(socket);

        Assert.Contains("stopped before it was done", said, StringComparison.Ordinal);
        Assert.EndsWith("{\"exit\":1}\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callers_WhenTheyHangOrAreGone_ShouldNotKeepOthersFromBeingHeardForLong()
    {
        // All places hang in a command that waits for input, and go away.
        var hanging = new List<Socket>();
        for (var caller = 0; caller < CommandServer.MaxCallers; caller++)
        {
            var socket = await ConnectAsync();
            await SendAsync(socket, "{\"call\":{\"words\":[\"users\",\"create-admin\",\"--email\",\"x@example.org\",\"--password-stdin\"],\"folder\":\"/tmp\"}}\n");
            Assert.StartsWith("{\"wantsInput\":true}", await ReadSomeAsync(socket), StringComparison.Ordinal);
            hanging.Add(socket);
        }

        using (var oneMore = await ConnectAsync())
        {
            Assert.StartsWith("{\"refused\":", await ReadToEndAsync(oneMore), StringComparison.Ordinal);
        }

        var turnedAway = await library.RunAsync("verify", "--json");
        Assert.Equal(3, turnedAway.ExitCode);
        Assert.Contains("16 commands", JsonDocument.Parse(turnedAway.Output).RootElement.Text("error"), StringComparison.Ordinal);
        Assert.DoesNotContain("what was done", turnedAway.Errors, StringComparison.Ordinal);

        hanging.ForEach(socket => socket.Dispose());
        await Eventually.HoldsAsync(async () => (await library.RunAsync("stats")).ExitCode == 0, TimeSpan.FromSeconds(30), "the places were free again");
    }

    [Theory]
    [InlineData(3, "verify")]
    [InlineData(1, "compact")]
    public async Task Call_WhenItsCommandEndsByAFault_ShouldSayThatItDidNotLookOrWasNotDone(int exitCode, string word)
    {
        var (caller, accepted) = await PairAsync();
        using var ends = caller;
        using var other = accepted;

        // Nobody is there who takes a request.
        await using var services = new ServiceCollection().BuildServiceProvider();
        var served = new ServedCall(accepted, services, TimeProvider.System).RunAsync(CancellationToken.None);
        await SendAsync(caller, $"{{\"call\":{{\"words\":[\"{word}\",\"--json\"],\"folder\":\"/tmp\"}}}}\n");

        await Assert.ThrowsAsync<InvalidOperationException>(() => served);
        accepted.Dispose();
        var said = await ReadToEndAsync(caller);
        Assert.Contains("fault of Piton", said, StringComparison.Ordinal);
        Assert.Contains("\"text\":\"{", said, StringComparison.Ordinal);
        Assert.EndsWith($"{{\"exit\":{exitCode}}}\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_WhenNothingIsSaid_ShouldBeGivenUpAfterAWhile()
    {
        var (caller, accepted) = await PairAsync();
        using var silent = caller;
        using var other = accepted;
        var clock = new FakeTimeProvider();
        await using var services = new ServiceCollection().BuildServiceProvider();

        var served = new ServedCall(accepted, services, clock).RunAsync(CancellationToken.None);
        Assert.False(served.IsCompleted);
        clock.Advance(ServedCall.Patience);

        Assert.NotNull(await served);
    }

    [Fact]
    public void Socket_OfTheServer_ShouldBeItsUsersAlone() =>
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(library.SocketPath));

    private static async Task<(Socket Caller, Socket Accepted)> PairAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), $"piton-{Guid.NewGuid():N}.sock");
        using var listener = SocketFile.NewSocket();
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        var caller = SocketFile.NewSocket();
        await caller.ConnectAsync(new UnixDomainSocketEndPoint(path));
        return (caller, await listener.AcceptAsync());
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = SocketFile.NewSocket();
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(library.SocketPath));
        return socket;
    }

    private static async Task SendAsync(Socket socket, string text)
    {
        try
        {
            for (var bytes = Encoding.UTF8.GetBytes(text).AsMemory(); bytes.Length > 0;)
            {
                bytes = bytes[await socket.SendAsync(bytes)..];
            }
        }
        catch (SocketException)
        {
            // It hung up before the end.
        }
    }

    private static async Task<string> ReadSomeAsync(Socket socket)
    {
        var buffer = new byte[1000];
        return Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer));
    }

    private static async Task<string> ReadToEndAsync(Socket socket)
    {
        var said = new StringBuilder();
        try
        {
            while (await ReadSomeAsync(socket) is { Length: > 0 } more)
            {
                said.Append(more);
            }
        }
        catch (SocketException)
        {
            // Hung up with unread bytes on their way.
        }

        return said.ToString();
    }
}
