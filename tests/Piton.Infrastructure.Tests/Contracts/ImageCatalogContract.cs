using System.Text;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Tests.Contracts;

/// <summary>What every <see cref="IImageCatalog"/> and the <see cref="IImageListing"/> of it keep to. An adapter's tests are a subclass that creates an empty one.</summary>
public abstract class ImageCatalogContract : IAsyncLifetime
{
    private static readonly AccountId Ana = new(1);
    private static readonly AccountId Bob = new(2);
    private static readonly DateTimeOffset Later = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    protected IImageCatalog Catalog { get; private set; } = null!;

    /// <summary>What the catalogue lists, as it is open now.</summary>
    protected abstract IImageListing Listing { get; }

    protected static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync() => Catalog = await CreateAsync();

    public abstract Task DisposeAsync();

    /// <summary>Creates a catalogue without images.</summary>
    protected abstract Task<IImageCatalog> CreateAsync();

    /// <summary>Ends the catalogue as if Piton were stopped, and opens what it left.</summary>
    protected abstract Task<IImageCatalog> ReopenAsync();

    [Fact]
    public async Task AddAsync_WhenNew_ShouldBeFound()
    {
        var image = TestImages.Create(1, "Señal “1”\n\t\\ \U0001f600", Ana) with { Alt = "a sign" };

        var change = await Catalog.AddAsync(image, None);

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
        await Catalog.AddAsync(first, None);

        var change = await Catalog.AddAsync(second, None);

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
            Assert.Equal(CatalogOutcome.Done, (await Catalog.AddAsync(image, None)).Outcome);
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
        await Catalog.AddAsync(first, None);
        await Catalog.UpdateAsync(first.Id, image => image.MoveToTrash(Later), None);
        Assert.Null(await Catalog.FindDuplicateAsync(null, first.Source.Hash, None));

        Assert.Equal(CatalogOutcome.Done, (await Catalog.AddAsync(second, None)).Outcome);
        Assert.Equal(second, await Catalog.FindDuplicateAsync(null, first.Source.Hash, None));
    }

    [Fact]
    public async Task AddAsync_WhenTheIdIsTaken_ShouldThrow()
    {
        var image = TestImages.Create(1);
        await Catalog.AddAsync(image, None);

        var again = TestImages.Create(2) with { Id = image.Id };

        await Assert.ThrowsAsync<ArgumentException>(() => Catalog.AddAsync(again, None));
        Assert.Equal(image, await Catalog.GetAsync(image.Id, None));
    }

    [Fact]
    public async Task AddAsync_WhenManyRaceWithOneSource_ShouldAddOne()
    {
        var source = TestImages.Create(0).Source;
        var changes = await Task.WhenAll(Enumerable.Range(1, 40).Select(number =>
            Task.Run(() => Catalog.AddAsync(TestImages.Create(number) with { Source = source }, None))));

        var added = Assert.Single(changes, change => change.Outcome == CatalogOutcome.Done).Image;
        Assert.All(changes, change => Assert.Equal(added, change.Image));
        Assert.Equal(39, changes.Count(change => change.Outcome == CatalogOutcome.Duplicate));
        Assert.Equal([added!], (await Listing.PageAsync(new CatalogQuery(ImageSort.Newest, 10), None)).Items);
    }

    [Fact]
    public async Task AddAsync_WhenCancelled_ShouldAddNothing()
    {
        var image = TestImages.Create(1);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Catalog.AddAsync(image, new CancellationToken(canceled: true)));

        Assert.Null(await Catalog.GetAsync(image.Id, None));
    }

    [Fact]
    public async Task UpdateAsync_WhenChanged_ShouldReplaceTheImage()
    {
        var image = TestImages.Create(1);
        await Catalog.AddAsync(image, None);

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
        await Catalog.AddAsync(image, None);

        Assert.Equal(new CatalogChange(CatalogOutcome.Missing, null), await Catalog.UpdateAsync(image.Id, _ => null, None));
        Assert.Equal(image, await Catalog.GetAsync(image.Id, None));
    }

    [Fact]
    public async Task UpdateAsync_WhenTheTwinOfATrashedImageCameMeanwhile_ShouldNotLetItOut()
    {
        var first = TestImages.Create(1, owner: Ana);
        var second = TestImages.Create(2, owner: Ana) with { Source = first.Source };
        await Catalog.AddAsync(first, None);
        await Catalog.UpdateAsync(first.Id, image => image.MoveToTrash(Later), None);
        await Catalog.AddAsync(second, None);

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
            await Catalog.AddAsync(image, None);
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
        await Catalog.AddAsync(image, None);

        await Assert.ThrowsAsync<InvalidTimeZoneException>(
            () => Catalog.UpdateAsync(image.Id, _ => throw new InvalidTimeZoneException(), None));

        Assert.Equal(image, await Catalog.GetAsync(image.Id, None));
        Assert.Equal(CatalogOutcome.Done, (await Catalog.UpdateAsync(image.Id, it => it.Rename("b"), None)).Outcome);
    }

    [Fact]
    public async Task UpdateAsync_WhenManyAtOnce_ShouldLoseNone()
    {
        var image = TestImages.Create(1) with { Width = 1 };
        await Catalog.AddAsync(image, None);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            Task.Run(() => Catalog.UpdateAsync(image.Id, it => it with { Width = it.Width + 1 }, None))));

        Assert.Equal(51, (await Catalog.GetAsync(image.Id, None))!.Width);
    }

    [Fact]
    public async Task RemoveAsync_WhenTheConditionHolds_ShouldForgetTheImage()
    {
        var image = TestImages.Create(1);
        await Catalog.AddAsync(image, None);

        var change = await Catalog.RemoveAsync(image.Id, it => it == image, None);

        Assert.Equal(new CatalogChange(CatalogOutcome.Done, image), change);
        Assert.Null(await Catalog.GetAsync(image.Id, None));
        Assert.Null(await Catalog.FindDuplicateAsync(null, image.Source.Hash, None));
        Assert.Equal(0, (await Listing.PageAsync(new CatalogQuery(ImageSort.Name, 10), None)).Total);
        Assert.Equal(CatalogOutcome.Done, (await Catalog.AddAsync(image, None)).Outcome);
    }

    [Fact]
    public async Task RemoveAsync_WhenTheConditionFails_ShouldBeMissingAndChangeNothing()
    {
        var image = TestImages.Create(1);
        await Catalog.AddAsync(image, None);

        Assert.Equal(new CatalogChange(CatalogOutcome.Missing, null), await Catalog.RemoveAsync(image.Id, it => it.IsInTrash, None));
        Assert.Equal(new CatalogChange(CatalogOutcome.Missing, null), await Catalog.RemoveAsync(new ImageId(9), _ => true, None));
        Assert.Equal(image, await Catalog.GetAsync(image.Id, None));
    }

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

        var page = await Listing.PageAsync(new CatalogQuery(ImageSort.Oldest, 2), None);

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
        var first = await Listing.PageAsync(new CatalogQuery(sort, 5), None);
        await Catalog.RemoveAsync(first.Items[4].Id, _ => true, None);
        await Catalog.RemoveAsync(all[5].Id, _ => true, None);

        var second = await Listing.PageAsync(new CatalogQuery(sort, 5, first.Next), None);

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

        var page = await Listing.PageAsync(new CatalogQuery(ImageSort.Newest, 4, NamePart: "hit"), None);

        Assert.Equal(10, page.Total);
        Assert.Equal(["hit 27", "hit 24", "hit 21", "hit 18"], page.Items.Select(image => image.Name));
        Assert.Equal(10, (await AllPagesAsync(new CatalogQuery(ImageSort.Newest, 4, NamePart: "hit"))).Count);
    }

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

        var months = await Listing.MonthsAsync(null, None);

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

        Assert.Equal([new(new(2027, 1, 1), 1), new(new(2026, 11, 1), 1)], await Listing.MonthsAsync("canció", None));
        Assert.Empty(await Listing.MonthsAsync("no such name", None));
    }

    [Fact]
    public async Task MonthsAsync_WhenImagesAreGone_ShouldForgetThem()
    {
        var image = TestImages.Create(1);
        await Catalog.AddAsync(image, None);

        await Catalog.RemoveAsync(image.Id, _ => true, None);

        Assert.Empty(await Listing.MonthsAsync("", None));
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

        var shown = await Listing.PageAsync(new CatalogQuery(ImageSort.Oldest, 10), None);
        var trash = await Listing.PageAsync(new CatalogQuery(ImageSort.Oldest, 10, Trashed: true), None);
        var search = await Listing.PageAsync(new CatalogQuery(ImageSort.Oldest, 10, NamePart: "4", Trashed: true), None);

        Assert.Equal(["picture 0", "picture 2", "picture 3", "picture 5"], shown.Items.Select(image => image.Name));
        Assert.Equal(["picture 1", "picture 4"], trash.Items.Select(image => image.Name));
        Assert.Equal((4, 2, 1), (shown.Total, trash.Total, search.Total));
        Assert.All(trash.Items, image => Assert.Equal(Later, image.DeletedAt));
    }

    [Fact]
    public async Task Reopen_WhenThereWereChanges_ShouldKnowThemAll()
    {
        await AddWithTiesAsync();
        await Catalog.UpdateAsync(TestImages.Create(1).Id, image => image.Rename("renamed"), None);
        await Catalog.UpdateAsync(TestImages.Create(2).Id, image => image.MoveToTrash(Later), None);
        await Catalog.RemoveAsync(TestImages.Create(3).Id, _ => true, None);
        var shown = await AllPagesAsync(new CatalogQuery(ImageSort.Name, 5));
        var trash = await AllPagesAsync(new CatalogQuery(ImageSort.Name, 5, Trashed: true));

        Catalog = await ReopenAsync();

        Assert.Equal(shown, await AllPagesAsync(new CatalogQuery(ImageSort.Name, 5)));
        Assert.Equal(trash, await AllPagesAsync(new CatalogQuery(ImageSort.Name, 5, Trashed: true)));
        Assert.Null(await Catalog.GetAsync(TestImages.Create(3).Id, None));
        Assert.Equal(CatalogOutcome.Duplicate, (await Catalog.AddAsync(TestImages.Create(1) with { Id = new ImageId(77) }, None)).Outcome);
    }

    protected async Task AddAsync(params Image[] images)
    {
        foreach (var image in images)
        {
            Assert.Equal(CatalogOutcome.Done, (await Catalog.AddAsync(image, None)).Outcome);
        }
    }

    private async Task<Image[]> AddWithTiesAsync()
    {
        string[] names = ["Zebra", "árbol", "arbol", "Árbol", "ñu", "z", "\U0001f600", "\uffee", "", "a"];
        var images = Enumerable.Range(0, 24).Select(i => TestImages.Create(i, names[i % names.Length]))
            .Select((image, i) => image with { CreatedAt = TestImages.Create(i / 3).CreatedAt })
            .Select((image, i) => image with { Renditions = [TestImages.Create(i % 5).Full] })
            .ToArray();
        await AddAsync(images);
        return images;
    }

    private async Task<List<Image>> AllPagesAsync(CatalogQuery query)
    {
        var images = new List<Image>();
        CatalogCursor? after = null;
        do
        {
            var page = await Listing.PageAsync(query with { After = after }, None);
            Assert.InRange(page.Items.Count, 0, query.Limit);
            images.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return images;
    }

    private async Task<string[]> SearchAsync(string part) =>
        [.. (await Listing.PageAsync(new CatalogQuery(ImageSort.Oldest, 100, NamePart: part), None)).Items.Select(image => image.Name)];

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
