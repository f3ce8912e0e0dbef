using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Tests.Contracts;

/// <content>How images come in, each source once an owner.</content>
public abstract partial class ImageCatalogContract
{
    [Fact]
    public async Task AddAsync_WhenNew_ShouldBeFound()
    {
        var image = TestImages.Create(1, "Señal “1”\n\t\\ \U0001f600", Ana) with { Alt = "a sign" };

        var change = await Catalog.AddAsync(image, StorageQuota.None, None);

        Assert.Equal(new CatalogChange(CatalogOutcome.Done, image), change);
        Assert.Equal(image, await Catalog.GetAsync(image.Id, None));
        Assert.Equal(image, await Catalog.FindDuplicateAsync(Ana, image.Source.Hash, None));
        Assert.Equal([image], (await Listing.PageAsync(new CatalogQuery(ImageSort.Newest, 10), None)).Items);
    }

    [Fact]
    public async Task AddAsync_WhenTheOwnerHasTheSource_ShouldReturnTheOneThatIsThere()
    {
        var first = TestImages.Create(1, owner: Ana);
        var second = TestImages.Create(2, owner: Ana) with { Source = first.Source };
        await Catalog.AddAsync(first, StorageQuota.None, None);

        var change = await Catalog.AddAsync(second, StorageQuota.None, None);

        Assert.Equal(new CatalogChange(CatalogOutcome.Duplicate, first), change);
        Assert.Null(await Catalog.GetAsync(second.Id, None));
    }

    [Fact]
    public async Task AddAsync_WhenAnotherOwnerHasTheSource_ShouldAdd()
    {
        var source = TestImages.Create(1).Source;
        var images = new[] { TestImages.Create(1, owner: Ana), TestImages.Create(2, owner: Bob), TestImages.Create(3) }
            .Select(image => image with { Source = source }).ToArray();

        foreach (var image in images)
        {
            Assert.Equal(CatalogOutcome.Done, (await Catalog.AddAsync(image, StorageQuota.None, None)).Outcome);
        }

        Assert.Equal(images[1], await Catalog.FindDuplicateAsync(Bob, source.Hash, None));
        Assert.Equal(images[2], await Catalog.FindDuplicateAsync(null, source.Hash, None));
        Assert.Null(await Catalog.FindDuplicateAsync(new AccountId(3), source.Hash, None));
    }

    [Fact]
    public async Task AddAsync_WhenTheTwinIsInTheTrash_ShouldAdd()
    {
        var first = TestImages.Create(1);
        var second = TestImages.Create(2) with { Source = first.Source };
        await Catalog.AddAsync(first, StorageQuota.None, None);
        await Catalog.UpdateAsync(first.Id, image => image.MoveToTrash(Later), None);
        Assert.Null(await Catalog.FindDuplicateAsync(null, first.Source.Hash, None));

        Assert.Equal(CatalogOutcome.Done, (await Catalog.AddAsync(second, StorageQuota.None, None)).Outcome);
        Assert.Equal(second, await Catalog.FindDuplicateAsync(null, first.Source.Hash, None));
    }

    [Fact]
    public async Task AddAsync_WhenTheIdIsTaken_ShouldThrow()
    {
        var image = TestImages.Create(1);
        await Catalog.AddAsync(image, StorageQuota.None, None);

        var again = TestImages.Create(2) with { Id = image.Id };

        await Assert.ThrowsAsync<ArgumentException>(() => Catalog.AddAsync(again, StorageQuota.None, None));
        Assert.Equal(image, await Catalog.GetAsync(image.Id, None));
    }

    [Fact]
    public async Task AddAsync_WhenManyRaceWithOneSource_ShouldAddOne()
    {
        var source = TestImages.Create(0).Source;
        var changes = await Task.WhenAll(Enumerable.Range(1, 40).Select(number =>
            Task.Run(() => Catalog.AddAsync(TestImages.Create(number) with { Source = source }, StorageQuota.None, None))));

        var added = Assert.Single(changes, change => change.Outcome == CatalogOutcome.Done).Image;
        Assert.All(changes, change => Assert.Equal(added, change.Image));
        Assert.Equal(39, changes.Count(change => change.Outcome == CatalogOutcome.Duplicate));
        Assert.Equal([added!], (await Listing.PageAsync(new CatalogQuery(ImageSort.Newest, 10), None)).Items);
    }

    [Fact]
    public async Task AddAsync_WhenCancelled_ShouldAddNothing()
    {
        var image = TestImages.Create(1);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Catalog.AddAsync(image, StorageQuota.None, new CancellationToken(canceled: true)));

        Assert.Null(await Catalog.GetAsync(image.Id, None));
    }
}
