using Piton.Web.CommandLine.Sockets;

namespace Piton.Web.Tests.CommandLine.Sockets;

public sealed class WireInputReaderTests
{
    private readonly WireInputReader _reader = new(new WireScreen(new Wire(Stream.Null, Wire.MaxRequestBytes), () => { }));

    [Fact]
    public async Task TryTake_WhenALineWasAskedFor_ShouldTakeThatOneAlone()
    {
        var line = _reader.ReadLineAsync(CancellationToken.None);

        Assert.Equal((true, false), (_reader.TryTake(new WireInput("first")), _reader.TryTake(new WireInput("second"))));
        Assert.Equal("first", await line);
        Assert.False(_reader.TryTake(new WireInput("third")));
    }

    [Fact]
    public void TryTake_WhenNoLineWasAskedFor_ShouldTakeNone() => Assert.False(_reader.TryTake(new WireInput("early")));
}
