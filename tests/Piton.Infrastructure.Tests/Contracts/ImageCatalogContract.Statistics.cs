using Piton.Domain.Images;

namespace Piton.Infrastructure.Tests.Contracts;

/// <content>How much there is.</content>
public abstract partial class ImageCatalogContract
{
    [Fact]
    public async Task TotalsAsync_WhenImagesComeAndGo_ShouldFollowAndStayTheSameOnceReopened()
    {
        Assert.Equal(new ImageTotals(0, 0, 0, 0, 0, 0, 0), await Statistics.TotalsAsync(None));
        var images = Enumerable.Range(1, 9).Select(i => TestImages.Create(i, owner: i % 2 == 0 ? Ana : null) with { Visibility = (Visibility)(i % 3) }).ToList();
        await AddAsync([.. images]);
        await ShouldBeAsync(images);

        await ChangeAsync(images, 0, image => image.MoveToTrash(Later));
        await ChangeAsync(images, 1, image => image.MoveToTrash(Later));
        await ChangeAsync(images, 1, image => image.Restore());
        await ChangeAsync(images, 2, image => image with { Visibility = Visibility.Private });
        await ChangeAsync(images, 3, image => image.Rename("Another name"));
        await Catalog.RemoveAsync(images[8].Id, _ => true, None);
        images.RemoveAt(8);
        await ShouldBeAsync(images);

        Catalog = await ReopenAsync();
        await ShouldBeAsync(images);
        await Catalog.RemoveAsync(images[0].Id, _ => true, None);
        images.RemoveAt(0);
        await ShouldBeAsync(images);
    }

    [Fact]
    public async Task DaysAsync_WhenImagesWereAdded_ShouldCountThoseThatAreThereYetByUtc()
    {
        var midnight = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        DateTimeOffset[] times = [midnight.AddDays(-9), midnight.AddTicks(-1), midnight, midnight.AddHours(23), midnight.AddDays(2), midnight.AddDays(2), midnight.AddDays(3)];
        Image[] images = [.. times.Select((time, i) => TestImages.Create(i + 1) with { CreatedAt = time })];
        await AddAsync(images);
        await Catalog.UpdateAsync(images[2].Id, image => image.MoveToTrash(Later), None);
        await Catalog.RemoveAsync(images[4].Id, _ => true, None);
        DayCount[] expected = [new(new(2026, 2, 28), 1), new(new(2026, 3, 1), 2), new(new(2026, 3, 2), 0), new(new(2026, 3, 3), 1)];

        Assert.Equal(expected, await Statistics.DaysAsync(new(2026, 2, 28), new(2026, 3, 3), None));
        Catalog = await ReopenAsync();
        Assert.Equal(expected, await Statistics.DaysAsync(new(2026, 2, 28), new(2026, 3, 3), None));
        Assert.Equal([new(new(2026, 3, 4), 1)], await Statistics.DaysAsync(new(2026, 3, 4), new(2026, 3, 4), None));
    }

    private async Task ChangeAsync(List<Image> images, int index, Func<Image, Image> change)
    {
        Assert.Equal(CatalogOutcome.Done, (await Catalog.UpdateAsync(images[index].Id, change, None)).Outcome);
        images[index] = change(images[index]);
    }

    private async Task ShouldBeAsync(IReadOnlyList<Image> images) => Assert.Equal(TestImages.TotalsOf(images), await Statistics.TotalsAsync(None));
}
