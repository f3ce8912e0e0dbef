using Piton.Domain.Images;

namespace Piton.Infrastructure.Tests.Contracts;

/// <content>The months of a listing.</content>
public abstract partial class ImageCatalogContract
{
    [Theory]
    [InlineData(ImageSort.Newest)]
    [InlineData(ImageSort.Oldest)]
    public async Task MonthsAsync_WhenThereAreImages_ShouldCountThemAndLeadToTheirPage(ImageSort sort)
    {
        var january = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var tick = TimeSpan.FromTicks(1);
        DateTimeOffset[] times =
        [
            january - tick, january, january, january.AddMonths(1) - tick, january.AddMonths(1), january.AddYears(-3), january.AddMonths(1).AddDays(9),
        ];
        Image[] images = [.. times.Select((time, i) => TestImages.Create(i + 1) with { CreatedAt = time })];
        await AddAsync(images);
        await Catalog.UpdateAsync(images[^1].Id, image => image.MoveToTrash(Later), None);

        var months = await Listing.MonthsAsync(CatalogScope.Public, null, None);

        MonthCount[] expected = [new(new(2026, 2, 1), 1), new(new(2026, 1, 1), 3), new(new(2025, 12, 1), 1), new(new(2023, 1, 1), 1)];
        Assert.Equal(expected, months);
        var all = await AllPagesAsync(new CatalogQuery(sort, 10));
        foreach (var month in months)
        {
            var page = await Listing.PageAsync(new CatalogQuery(sort, 10, CatalogCursor.AtMonth(month.Month, sort)), None);
            var first = all.FindIndex(image => DateOnly.FromDateTime(image.CreatedAt.UtcDateTime).AddDays(1 - image.CreatedAt.Day) == month.Month);
            Assert.Equal(all.Skip(first), page.Items);
        }
    }

    [Fact]
    public async Task MonthsAsync_WhenSearched_ShouldCountTheHits()
    {
        await AddAsync(
        [
            TestImages.Create(1, "Canción") with { CreatedAt = Later }, TestImages.Create(2, "other") with { CreatedAt = Later },
            TestImages.Create(3, "CANCION 2") with { CreatedAt = Later.AddMonths(-2) },
        ]);

        Assert.Equal([new(new(2027, 1, 1), 1), new(new(2026, 11, 1), 1)], await Listing.MonthsAsync(CatalogScope.Public, "canció", None));
        Assert.Empty(await Listing.MonthsAsync(CatalogScope.Public, "no such name", None));
    }

    [Fact]
    public async Task MonthsAsync_WhenImagesAreGone_ShouldForgetThem()
    {
        var image = TestImages.Create(1);
        await Catalog.AddAsync(image, StorageQuota.None, None);

        await Catalog.RemoveAsync(image.Id, _ => true, None);

        Assert.Empty(await Listing.MonthsAsync(CatalogScope.Public, "", None));
    }
}
