using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Tests.Contracts;

/// <summary>What every <see cref="IImageCatalog"/> and the <see cref="IImageListing"/> of it keep to. An adapter's tests are a subclass that creates an empty one.</summary>
public abstract partial class ImageCatalogContract : IAsyncLifetime
{
    private static readonly AccountId Ana = new(1);
    private static readonly AccountId Bob = new(2);
    private static readonly DateTimeOffset Later = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    protected IImageCatalog Catalog { get; private set; } = null!;

    /// <summary>What the catalogue lists, as it is open now.</summary>
    protected abstract IImageListing Listing { get; }

    /// <summary>How much there is of it, as it is open now.</summary>
    protected abstract IImageStatistics Statistics { get; }

    protected static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync() => Catalog = await CreateAsync();

    public abstract Task DisposeAsync();

    /// <summary>Creates a catalogue without images.</summary>
    protected abstract Task<IImageCatalog> CreateAsync();

    /// <summary>Ends the catalogue as if Piton were stopped, and opens what it left.</summary>
    protected abstract Task<IImageCatalog> ReopenAsync();

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
        Assert.Equal(CatalogOutcome.Duplicate, (await Catalog.AddAsync(TestImages.Create(1) with { Id = new ImageId(77) }, StorageQuota.None, None)).Outcome);
    }

    protected async Task AddAsync(params Image[] images)
    {
        foreach (var image in images)
        {
            Assert.Equal(CatalogOutcome.Done, (await Catalog.AddAsync(image, StorageQuota.None, None)).Outcome);
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
}
