using Piton.Domain.Images;

namespace Piton.Infrastructure.Tests.Contracts;

/// <content>How images are changed and removed.</content>
public abstract partial class ImageCatalogContract
{
    [Fact]
    public async Task UpdateAsync_WhenChanged_ShouldReplaceTheImage()
    {
        var image = TestImages.Create(1);
        await Catalog.AddAsync(image, StorageQuota.None, None);

        var change = await Catalog.UpdateAsync(image.Id, it => it.Rename("other"), None);

        Assert.Equal(new CatalogChange(CatalogOutcome.Done, image.Rename("other")), change);
        Assert.Equal("other", (await Catalog.GetAsync(image.Id, None))!.Name);
        Assert.Equal(0, (await Listing.PageAsync(new CatalogQuery(ImageSort.Name, 10, NamePart: "picture"), None)).Total);
        Assert.Equal(1, (await Listing.PageAsync(new CatalogQuery(ImageSort.Name, 10, NamePart: "OTHER"), None)).Total);
    }

    [Fact]
    public async Task UpdateAsync_WhenLeftAlone_ShouldBeMissingAndChangeNothing()
    {
        var image = TestImages.Create(1);
        await Catalog.AddAsync(image, StorageQuota.None, None);

        Assert.Equal(new CatalogChange(CatalogOutcome.Missing, null), await Catalog.UpdateAsync(image.Id, _ => null, None));
        Assert.Equal(image, await Catalog.GetAsync(image.Id, None));
    }

    [Fact]
    public async Task UpdateAsync_WhenTheTwinOfATrashedImageCameMeanwhile_ShouldNotLetItOut()
    {
        var first = TestImages.Create(1, owner: Ana);
        var second = TestImages.Create(2, owner: Ana) with { Source = first.Source };
        await Catalog.AddAsync(first, StorageQuota.None, None);
        await Catalog.UpdateAsync(first.Id, image => image.MoveToTrash(Later), None);
        await Catalog.AddAsync(second, StorageQuota.None, None);

        var change = await Catalog.UpdateAsync(first.Id, image => image.Restore(), None);

        Assert.Equal(new CatalogChange(CatalogOutcome.Duplicate, second), change);
        Assert.Equal(first.MoveToTrash(Later), await Catalog.GetAsync(first.Id, None));
        Assert.Equal(CatalogOutcome.Done, (await Catalog.UpdateAsync(first.Id, image => image.Rename("other"), None)).Outcome);
    }

    [Fact]
    public async Task UpdateAsync_WhenTheTwinIsInTheTrashToo_ShouldLetOneOut()
    {
        var first = TestImages.Create(1);
        var second = TestImages.Create(2) with { Source = first.Source };
        foreach (var image in new[] { first, second })
        {
            await Catalog.AddAsync(image, StorageQuota.None, None);
            await Catalog.UpdateAsync(image.Id, it => it.MoveToTrash(Later), None);
        }

        var changes = await Task.WhenAll(new[] { first, second }.Select(image => Catalog.UpdateAsync(image.Id, it => it.Restore(), None)));

        Assert.Equal([CatalogOutcome.Done, CatalogOutcome.Duplicate], changes.Select(change => change.Outcome).Order());
    }

    [Fact]
    public async Task UpdateAsync_WhenUnknown_ShouldBeMissingAndNotAsk()
    {
        var change = await Catalog.UpdateAsync(new ImageId(9), _ => throw new InvalidOperationException("asked"), None);

        Assert.Equal(new CatalogChange(CatalogOutcome.Missing, null), change);
    }

    [Fact]
    public async Task UpdateAsync_WhenTheChangeThrows_ShouldThrowAndChangeNothing()
    {
        var image = TestImages.Create(1);
        await Catalog.AddAsync(image, StorageQuota.None, None);

        await Assert.ThrowsAsync<InvalidTimeZoneException>(
            () => Catalog.UpdateAsync(image.Id, _ => throw new InvalidTimeZoneException(), None));

        Assert.Equal(image, await Catalog.GetAsync(image.Id, None));
        Assert.Equal(CatalogOutcome.Done, (await Catalog.UpdateAsync(image.Id, it => it.Rename("b"), None)).Outcome);
    }

    [Fact]
    public async Task UpdateAsync_WhenManyAtOnce_ShouldLoseNone()
    {
        var image = TestImages.Create(1) with { Width = 1 };
        await Catalog.AddAsync(image, StorageQuota.None, None);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            Task.Run(() => Catalog.UpdateAsync(image.Id, it => it with { Width = it.Width + 1 }, None))));

        Assert.Equal(51, (await Catalog.GetAsync(image.Id, None))!.Width);
    }

    [Fact]
    public async Task RemoveAsync_WhenTheConditionHolds_ShouldForgetTheImage()
    {
        var image = TestImages.Create(1);
        await Catalog.AddAsync(image, StorageQuota.None, None);

        var change = await Catalog.RemoveAsync(image.Id, it => it == image, None);

        Assert.Equal(new CatalogChange(CatalogOutcome.Done, image), change);
        Assert.Null(await Catalog.GetAsync(image.Id, None));
        Assert.Null(await Catalog.FindDuplicateAsync(null, image.Source.Hash, None));
        Assert.Equal(0, (await Listing.PageAsync(new CatalogQuery(ImageSort.Name, 10), None)).Total);
        Assert.Equal(CatalogOutcome.Done, (await Catalog.AddAsync(image, StorageQuota.None, None)).Outcome);
    }

    [Fact]
    public async Task RemoveAsync_WhenTheConditionFails_ShouldBeMissingAndChangeNothing()
    {
        var image = TestImages.Create(1);
        await Catalog.AddAsync(image, StorageQuota.None, None);

        Assert.Equal(new CatalogChange(CatalogOutcome.Missing, null), await Catalog.RemoveAsync(image.Id, it => it.IsInTrash, None));
        Assert.Equal(new CatalogChange(CatalogOutcome.Missing, null), await Catalog.RemoveAsync(new ImageId(9), _ => true, None));
        Assert.Equal(image, await Catalog.GetAsync(image.Id, None));
    }
}
