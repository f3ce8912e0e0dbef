using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Tests.Json;

public sealed class SalvagedLogFileTests
{
    private const int Page = 4096;

    private readonly byte[] _content = [.. Enumerable.Range(0, 20_000).Select(at => (byte)((at % 255) + 1))];

    [Fact]
    public void Read_WhenAByteCannotBeRead_ShouldGiveAllButItsPageAndSayWhy()
    {
        const int From = 100;
        var told = new List<string>();
        using var file = new SalvagedLogFile(new UnreadableLogFile(_content) { Lost = (5_000, 5_001) }, told.Add);
        var read = new byte[30_000];

        var length = file.Read(read, From);

        Assert.Equal(_content.Length - From, length);
        Assert.Equal(["Input/output error"], told);
        byte[] expected = [.. _content[From..Page], .. new byte[Page], .. _content[(2 * Page)..]];
        Assert.Equal(expected, read[..length]);
        Assert.Equal(0, file.Read(read, _content.Length));
    }

    [Fact]
    public void Read_WhenAllCanBeRead_ShouldSayNothing()
    {
        var told = new List<string>();
        using var file = new SalvagedLogFile(new UnreadableLogFile(_content), told.Add);
        var read = new byte[_content.Length];

        Assert.Equal(_content.Length, file.Read(read, 0));
        Assert.Equal(_content, read);
        Assert.Empty(told);
    }
}
