using Piton.Infrastructure.Json;

namespace Piton.Infrastructure.Tests.Json;

public sealed class RecentImagesTests : IDisposable
{
    private readonly MemoryFile _log = new(new MemoryDisk());
    private readonly RecentImages _recent = new();

    [Fact]
    public void Find_WhenTheImageWasKept_ShouldGiveItBack()
    {
        var image = TestImages.Create(1);

        _recent.Keep(_log, 1234, image);

        Assert.Same(image, _recent.Find(_log, 1234));
    }

    [Fact]
    public void Find_WhenAnotherPlaceFellToTheSameSlot_ShouldFindOnlyTheLast()
    {
        var images = Enumerable.Range(0, 10_000).Select(number => TestImages.Create(number)).ToList();

        for (var offset = 0; offset < images.Count; offset++)
        {
            _recent.Keep(_log, offset, images[offset]);
        }

        Assert.All(images.Index(), pair => Assert.True(_recent.Find(_log, pair.Index) is null || _recent.Find(_log, pair.Index) == pair.Item));
        Assert.Same(images[^1], _recent.Find(_log, images.Count - 1));
    }

    [Fact]
    public void Find_WhenTheLogIsAnother_ShouldFindNothing()
    {
        _recent.Keep(_log, 1234, TestImages.Create(1));

        using var other = new MemoryFile(new MemoryDisk());
        Assert.Null(_recent.Find(other, 1234));
    }

    public void Dispose() => _log.Dispose();
}
