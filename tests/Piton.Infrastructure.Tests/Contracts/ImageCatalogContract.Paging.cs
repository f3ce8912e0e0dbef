using System.Text;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Tests.Contracts;

/// <content>How images are listed, sorted and searched.</content>
public abstract partial class ImageCatalogContract
{
    [Theory]
    [InlineData(ImageSort.Newest)]
    [InlineData(ImageSort.Oldest)]
    [InlineData(ImageSort.Name)]
    [InlineData(ImageSort.NameDescending)]
    [InlineData(ImageSort.Size)]
    public async Task PageAsync_WhenPagedThrough_ShouldGiveEachImageOnceInOrder(ImageSort sort)
    {
        var images = await AddWithTiesAsync();

        var listed = await AllPagesAsync(new CatalogQuery(sort, 4));

        Assert.Equal(images.OrderBy(image => image.Id), listed.OrderBy(image => image.Id));
        for (var i = 1; i < listed.Count; i++)
        {
            Assert.True(Compare(sort, listed[i - 1], listed[i]) <= 0, $"{listed[i - 1].Name} before {listed[i].Name}");
        }

        Assert.Equal(listed, await AllPagesAsync(new CatalogQuery(sort, 1)));
    }

    [Fact]
    public async Task PageAsync_WhenByNameDescending_ShouldBeTheReverseOfByName()
    {
        await AddWithTiesAsync();

        var ascending = await AllPagesAsync(new CatalogQuery(ImageSort.Name, 5));
        var descending = await AllPagesAsync(new CatalogQuery(ImageSort.NameDescending, 5));

        Assert.Equal(ascending.AsEnumerable().Reverse(), descending);
    }

    [Fact]
    public async Task PageAsync_WhenTheLimitEndsThePageExactly_ShouldHaveNoNext()
    {
        await AddAsync(TestImages.Create(1), TestImages.Create(2));

        var page = await Catalog.PageAsync(new CatalogQuery(ImageSort.Oldest, 2), None);

        Assert.Equal(2, page.Items.Count);
        Assert.Null(page.Next);
        Assert.Equal(2, page.Total);
    }

    [Theory]
    [InlineData(ImageSort.Newest)]
    [InlineData(ImageSort.Name)]
    [InlineData(ImageSort.Size)]
    public async Task PageAsync_WhenTheImageOfTheCursorIsGone_ShouldGoOnBehindIt(ImageSort sort)
    {
        await AddWithTiesAsync();
        var all = await AllPagesAsync(new CatalogQuery(sort, 100));
        var first = await Catalog.PageAsync(new CatalogQuery(sort, 5), None);
        await Catalog.RemoveAsync(first.Items[4].Id, _ => true, None);
        await Catalog.RemoveAsync(all[5].Id, _ => true, None);

        var second = await Catalog.PageAsync(new CatalogQuery(sort, 5, first.Next), None);

        Assert.Equal(all.Skip(6).Take(5), second.Items);
    }

    [Fact]
    public async Task PageAsync_WhenSearched_ShouldIgnoreCaseAndAccents()
    {
        string[] names = ["Montaña", "MONTANA sur", "monte", "Ångström", "a montaña b", "ﬁn", "100%_x"];
        await AddAsync([.. names.Select((name, i) => TestImages.Create(i, name))]);

        Assert.Equal(["Montaña", "MONTANA sur", "a montaña b"], await SearchAsync("montañA"));
        Assert.Equal(["Ångström"], await SearchAsync("ANGSTROM"));
        Assert.Equal(["ﬁn"], await SearchAsync("fin"));
        Assert.Equal(["100%_x"], await SearchAsync("%_"));
        Assert.Empty(await SearchAsync("montanas"));
        Assert.Equal(names, await SearchAsync(""));
        Assert.Equal(names, await SearchAsync("\u0301"));
    }

    [Fact]
    public async Task PageAsync_WhenSearchedAcrossPages_ShouldCountAllHits()
    {
        await AddAsync([.. Enumerable.Range(0, 30).Select(i => TestImages.Create(i, i % 3 == 0 ? $"hit {i}" : $"other {i}"))]);

        var page = await Catalog.PageAsync(new CatalogQuery(ImageSort.Newest, 4, NamePart: "hit"), None);

        Assert.Equal(10, page.Total);
        Assert.Equal(["hit 27", "hit 24", "hit 21", "hit 18"], page.Items.Select(image => image.Name));
        Assert.Equal(10, (await AllPagesAsync(new CatalogQuery(ImageSort.Newest, 4, NamePart: "hit"))).Count);
    }

    [Fact]
    public async Task PageAsync_WhenInTheTrash_ShouldBeListedThereAlone()
    {
        await AddAsync([.. Enumerable.Range(0, 6).Select(i => TestImages.Create(i))]);
        foreach (var number in new[] { 1, 3, 4 })
        {
            await Catalog.UpdateAsync(TestImages.Create(number).Id, image => image.MoveToTrash(Later), None);
        }

        await Catalog.UpdateAsync(TestImages.Create(3).Id, image => image.Restore(), None);

        var shown = await Catalog.PageAsync(new CatalogQuery(ImageSort.Oldest, 10), None);
        var trash = await Catalog.PageAsync(new CatalogQuery(ImageSort.Oldest, 10, Trashed: true), None);
        var search = await Catalog.PageAsync(new CatalogQuery(ImageSort.Oldest, 10, NamePart: "4", Trashed: true), None);

        Assert.Equal(["picture 0", "picture 2", "picture 3", "picture 5"], shown.Items.Select(image => image.Name));
        Assert.Equal(["picture 1", "picture 4"], trash.Items.Select(image => image.Name));
        Assert.Equal((4, 2, 1), (shown.Total, trash.Total, search.Total));
        Assert.All(trash.Items, image => Assert.Equal(Later, image.DeletedAt));
    }

    private async Task<string[]> SearchAsync(string part) =>
        [.. (await Catalog.PageAsync(new CatalogQuery(ImageSort.Oldest, 100, NamePart: part), None)).Items.Select(image => image.Name)];

    private static int Compare(ImageSort sort, Image left, Image right) => sort switch
    {
        ImageSort.Newest => right.CreatedAt.CompareTo(left.CreatedAt),
        ImageSort.Oldest => left.CreatedAt.CompareTo(right.CreatedAt),
        ImageSort.Name => CompareNames(left, right),
        ImageSort.NameDescending => CompareNames(right, left),
        ImageSort.Size => right.Full.Bytes.CompareTo(left.Full.Bytes),
    };

    // The byte order of UTF-8 is code point order.
    private static int CompareNames(Image left, Image right) =>
        Encoding.UTF8.GetBytes(SearchText.Fold(left.Name)).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(SearchText.Fold(right.Name)));
}
