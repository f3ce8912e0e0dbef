using Piton.Domain.Images;

namespace Piton.Infrastructure.Tests.Contracts;

/// <content>What an account may have.</content>
public abstract partial class ImageCatalogContract
{
    [Fact]
    public async Task AddAsync_WhenFiftyComeAtOnce_ShouldTakeNoMoreThanTheQuota()
    {
        var outcomes = await OutcomesAsync(new StorageQuota(MaxImages: 7));

        Assert.Equal((7, 43), (outcomes.Count(it => it == CatalogOutcome.Done), outcomes.Count(it => it == CatalogOutcome.OverQuota)));
        Assert.Equal(7, (await Listing.UsageAsync(Ana, None)).Images);
    }

    [Fact]
    public async Task AddAsync_WhenFiftyAreTooManyBytes_ShouldTakeWhatFits()
    {
        var most = Enumerable.Range(0, 5).Sum(i => TestImages.Create(i).StoredBytes) + 1000;

        await OutcomesAsync(new StorageQuota(MaxBytes: most));

        var usage = await Listing.UsageAsync(Ana, None);
        Assert.Equal(5, usage.Images);
        Assert.InRange(usage.StoredBytes, 1, most);
    }

    [Fact]
    public async Task AddAsync_WhenSomeAreRemoved_ShouldTakeAsManyAgain()
    {
        var quota = new StorageQuota(MaxImages: 1);
        await Catalog.AddAsync(TestImages.Create(1, owner: Ana), quota, None);
        await Catalog.UpdateAsync(TestImages.Create(1).Id, image => image.MoveToTrash(Later), None);

        // What is in the trash is on disk.
        Assert.Equal(CatalogOutcome.OverQuota, (await Catalog.AddAsync(TestImages.Create(2, owner: Ana), quota, None)).Outcome);
        Assert.Equal(CatalogOutcome.Done, (await Catalog.AddAsync(TestImages.Create(3, owner: Bob), quota, None)).Outcome);
        Assert.Equal(CatalogOutcome.Done, (await Catalog.AddAsync(TestImages.Create(4), quota, None)).Outcome);
        await Catalog.RemoveAsync(TestImages.Create(1).Id, _ => true, None);
        Assert.Equal(CatalogOutcome.Done, (await Catalog.AddAsync(TestImages.Create(2, owner: Ana), quota, None)).Outcome);
    }

    private async Task<CatalogOutcome[]> OutcomesAsync(StorageQuota quota) =>
    [
        .. (await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Catalog.AddAsync(TestImages.Create(i, owner: Ana), quota, None)))).Select(change => change.Outcome),
    ];
}
