namespace Piton.Infrastructure.Tests.Contracts;

public abstract partial class ImageCatalogContract
{
    [Fact]
    public async Task FindByOldName_WhenImagesHaveSome_ShouldFindTheOneThatIsNotInTheTrash()
    {
        var (first, second, without) = (TestImages.Create(0) with { OldNames = ["a.webp", "b \"\\ ü.webp"] }, TestImages.Create(1) with { OldNames = ["a.webp"] }, TestImages.Create(2));
        await AddAsync(first, second, without);

        for (var run = 0; run < 2; run++)
        {
            Assert.Equal(first, await Catalog.FindByOldNameAsync("b \"\\ ü.webp", None));
            Assert.Contains(await Catalog.FindByOldNameAsync("a.webp", None), new[] { first, second });
            Assert.Null(await Catalog.FindByOldNameAsync("A.webp", None));
            Assert.Null(await Catalog.FindByOldNameAsync("", None));
            Catalog = await ReopenAsync();
        }

        await Catalog.UpdateAsync(first.Id, image => image.MoveToTrash(Later), None);
        Assert.Equal(second, await Catalog.FindByOldNameAsync("a.webp", None));
        Assert.Null(await Catalog.FindByOldNameAsync("b \"\\ ü.webp", None));

        await Catalog.RemoveAsync(second.Id, _ => true, None);
        Assert.Null(await Catalog.FindByOldNameAsync("a.webp", None));
    }

    [Fact]
    public async Task FindByOldName_WhenAnImageGetsOneMore_ShouldFindItByBoth()
    {
        await AddAsync(TestImages.Create(0) with { OldNames = ["a.webp"] }, TestImages.Create(1));
        await Catalog.UpdateAsync(TestImages.Create(0).Id, image => image.AnswerTo("b.webp"), None);
        await Catalog.UpdateAsync(TestImages.Create(1).Id, image => image.AnswerTo("c.webp"), None);

        for (var run = 0; run < 2; run++)
        {
            Assert.Equal(TestImages.Create(0).Id, (await Catalog.FindByOldNameAsync("a.webp", None))?.Id);
            Assert.Equal(TestImages.Create(0).Id, (await Catalog.FindByOldNameAsync("b.webp", None))?.Id);
            Assert.Equal(TestImages.Create(1).Id, (await Catalog.FindByOldNameAsync("c.webp", None))?.Id);
            Catalog = await ReopenAsync();
        }
    }

    [Fact]
    public async Task FindByOldName_WhenTheSlotOfARemovedImageIsTakenByAnother_ShouldNotFindThat()
    {
        await AddAsync(TestImages.Create(0) with { OldNames = ["a.webp"] });
        await Catalog.RemoveAsync(TestImages.Create(0).Id, _ => true, None);
        await AddAsync(TestImages.Create(1));
        Assert.Null(await Catalog.FindByOldNameAsync("a.webp", None));

        var again = TestImages.Create(2) with { OldNames = ["a.webp"] };
        await AddAsync(again);
        Assert.Equal(again, await Catalog.FindByOldNameAsync("a.webp", None));
    }
}
