using Piton.Domain.Images;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Json.Log;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Infrastructure.Tests.Json;

/// <summary>The JSON catalogue on a real disk.</summary>
public sealed class JsonImageCatalogTests : ImageCatalogContract
{
    private readonly string _directory = Directory.CreateTempSubdirectory("piton-catalogue-").FullName;
    private JsonImageCatalog _catalog = null!;

    protected override IImageListing Listing => _catalog;

    protected override IImageStatistics Statistics => _catalog;

    public override async Task DisposeAsync()
    {
        await _catalog.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    protected override async Task<IImageCatalog> CreateAsync() => _catalog = await TestCatalogs.OpenAsync(new LogDisk(), _directory);

    protected override async Task<IImageCatalog> ReopenAsync()
    {
        await _catalog.DisposeAsync();
        return _catalog = await TestCatalogs.OpenAsync(new LogDisk(), _directory);
    }

    [Fact]
    public async Task CompactAsync_WhenReopened_ShouldKnowTheSameAndLeaveOneLog()
    {
        await AddAsync([.. Enumerable.Range(0, 10).Select(i => TestImages.Create(i))]);
        await Catalog.RemoveAsync(TestImages.Create(4).Id, _ => true, None);
        var before = new FileInfo(Path.Combine(_directory, JsonImageCatalog.FileName)).Length;

        await _catalog.CompactAsync(None);
        await AddAsync(TestImages.Create(11));
        await ReopenAsync();

        Assert.Equal(
            [JsonImageCatalog.FileName, JsonImageCatalog.FileName + ".reserve"],
            Directory.GetFileSystemEntries(_directory).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.InRange(new FileInfo(Path.Combine(_directory, JsonImageCatalog.FileName)).Length, 1, before);
        Assert.Equal(10, _catalog.Count);
        Assert.True(_catalog.Contains(TestImages.Create(11).Id));
        Assert.False(_catalog.Contains(TestImages.Create(4).Id));
    }

    [Fact]
    public async Task PageAsync_WhenTheCursorIsOfAnotherSort_ShouldThrow()
    {
        var cursor = CatalogCursor.Behind(TestImages.Create(1), ImageSort.Name);

        await Assert.ThrowsAsync<ArgumentException>(() => Listing.PageAsync(new CatalogQuery(ImageSort.Size, 1, cursor), None));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Listing.PageAsync(new CatalogQuery(ImageSort.Size, 0), None));
    }

    [Fact]
    public async Task GetAsync_WhenNotOpened_ShouldThrow()
    {
        await using var closed = TestCatalogs.Create(new LogDisk());

        await Assert.ThrowsAsync<InvalidOperationException>(() => closed.GetAsync(new ImageId(1), None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => closed.AddAsync(TestImages.Create(1), StorageQuota.None, None));
    }

    [Fact]
    public async Task AddAsync_WhenTheStoreFailed_ShouldBeReadOnlyAndTouchNothing()
    {
        var disk = new MemoryDisk();
        var health = TestCatalogs.NewHealth();
        await using var catalog = await TestCatalogs.OpenAsync(disk, health: health);
        await catalog.AddAsync(TestImages.Create(1), StorageQuota.None, None);
        var before = disk[TestCatalogs.Path];

        health.TurnReadOnly("a picture", new IOException("No good."));

        Assert.Equal(CatalogOutcome.ReadOnly, (await catalog.AddAsync(TestImages.Create(2), StorageQuota.None, None)).Outcome);
        Assert.Equal(before, disk[TestCatalogs.Path]);
        Assert.Equal(TestImages.Create(1), await catalog.GetAsync(TestImages.Create(1).Id, None));
    }
}
