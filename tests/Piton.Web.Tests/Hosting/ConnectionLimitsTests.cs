using System.Net;

namespace Piton.Web.Tests.Hosting;

/// <summary>What a connection may cost, and that it is over where it costs more.</summary>
public sealed class ConnectionLimitsTests(PitonServer server) : IClassFixture<PitonServer>
{
    public static TheoryData<string, string, string> Heads => new()
    {
        { "a long address", $"GET /?q={new string('x', 9000)} HTTP/1.1\r\nHost: localhost\r\n\r\n", "HTTP/1.1 414 " },
        { "a long field", $"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: {new string('x', 17_000)}\r\n\r\n", "HTTP/1.1 431 " },
        { "many fields", $"GET / HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 70).Select(i => $"X-{i}: x\r\n"))}\r\n", "HTTP/1.1 431 " },
        { "two hosts", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", "HTTP/1.1 400 " },
        { "two lengths", "POST /account/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabc", "HTTP/1.1 400 " },
        { "a line that is none", "hello\r\n\r\n", "HTTP/1.1 400 " },
    };

    [Theory]
    [MemberData(nameof(Heads))]
    public async Task Head_WhenItIsTooMuchOrNone_ShouldBeRefusedAndTheConnectionClosed(string what, string head, string answer)
    {
        using var connection = await RawConnection.OpenAsync(server.Address);
        await connection.TrySendAsync(head);

        var said = await connection.ReadAsync();

        Assert.True(said.StartsWith(answer, StringComparison.Ordinal), $"{what}: {said}");
        Assert.DoesNotContain("Server:", said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Head_WhenItIsLongAndWithinBounds_ShouldBeTaken()
    {
        using var browser = server.Stranger();
        browser.DefaultRequestHeaders.Add("Cookie", $"other={new string('x', 8000)}");

        using var answer = await browser.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Connections_WhenThereAreAsManyAsAllowed_ShouldTurnMoreAwayAndTakeAnotherOnceOneIsGone()
    {
        using var small = new PitonServer { Settings = { ["Piton:Connections:Max"] = "10" } };
        var held = new List<RawConnection>();
        for (var i = 0; i < 10; i++)
        {
            held.Add(await RawConnection.OpenAsync(small.Address));

            // Once it was answered it is counted; before, a later one may be counted first.
            await held[i].TrySendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Assert.Equal("HTTP/1.1 200", await held[i].ReadAsync(maxBytes: 12));
        }

        using (var surplus = await RawConnection.OpenAsync(small.Address))
        {
            await surplus.TrySendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            Assert.Equal("", await surplus.ReadAsync());
        }

        held.ForEach(connection => connection.Dispose());
        await Eventually.HoldsAsync(async () =>
        {
            using var next = await RawConnection.OpenAsync(small.Address);
            await next.TrySendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            return (await next.ReadAsync()).StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal);
        }, TimeSpan.FromSeconds(20), "a place became free");
    }
}
