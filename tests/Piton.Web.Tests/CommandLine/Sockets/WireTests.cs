using System.Text;
using Piton.Web.CommandLine.Output;
using Piton.Web.CommandLine.Sockets;

namespace Piton.Web.Tests.CommandLine.Sockets;

public sealed class WireTests
{
    [Fact]
    public async Task Read_WhenMessagesWereWritten_ShouldGiveThemOneByOne()
    {
        using var stream = new MemoryStream();
        WireMessage[] messages =
        [
            new() { Call = new WireCall(["users", "list"], "/tmp") },
            new() { Line = "line\nwith a break and ü" },
            new() { Table = new CommandTable(["a"], [["b"], ["c"]]) },
            new() { Input = new WireInput(null) },
            new() { Exit = 0 },
        ];
        foreach (var message in messages)
        {
            await new Wire(stream, Wire.MaxAnswerBytes).WriteAsync(message, CancellationToken.None);
        }

        stream.Position = 0;
        var wire = new Wire(stream, Wire.MaxAnswerBytes);

        Assert.Equal(["users", "list"], (await ReadAsync(wire))!.Call!.Words);
        Assert.Equal("line\nwith a break and ü", (await ReadAsync(wire))!.Line);
        Assert.Equal(["b", "c"], (await ReadAsync(wire))!.Table!.Rows.Select(row => row[0]));
        Assert.Equal(new WireInput(null), (await ReadAsync(wire))!.Input);
        Assert.Equal(0, (await ReadAsync(wire))!.Exit);
        Assert.Null(await ReadAsync(wire));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("null\n")]
    [InlineData("GET / HTTP/1.1\r\n")]
    [InlineData("[]\n")]
    [InlineData("{\"call\":7}\n")]
    [InlineData("{\"unknown\":true}\n")]
    [InlineData("{\"table\":{\"columns\":[[[[[[[[[[[[]]]]]]]]]]]]}}\n")]
    [InlineData("{\"exit\":0}")]
    public async Task Read_WhenItIsNoMessage_ShouldSaySo(string sent)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(sent));

        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(new Wire(stream, 1000)));
    }

    [Fact]
    public async Task Read_WhenAMessageIsTooLong_ShouldReadNoMoreOfItThanIsAllowed()
    {
        using var stream = new MemoryStream(new byte[1_000_000]);

        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(new Wire(stream, 10_000)));

        Assert.Equal(10_000, stream.Position);
    }

    private static Task<WireMessage?> ReadAsync(Wire wire) => wire.ReadAsync(CancellationToken.None);
}
