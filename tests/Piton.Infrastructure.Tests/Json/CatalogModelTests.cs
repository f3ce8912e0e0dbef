using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Piton.Domain.Images;
using Piton.Infrastructure.Json;

namespace Piton.Infrastructure.Tests.Json;

/// <summary>Any sequence of operations against a plain dictionary that does the same.</summary>
public sealed class CatalogModelTests
{
    private static readonly DateTimeOffset Later = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private enum Deed
    {
        Add,
        Rename,
        Trash,
        Restore,
        Remove,
        Compact,
        Reopen,
        PowerCut,
    }

    private static CancellationToken None => CancellationToken.None;

    [Property(MaxTest = 80)]
    public FsCheck.Property Catalog_WhenAnythingIsDone_ShouldEqualTheModel()
    {
        var step = from kind in Gen.Elements(Enum.GetValues<Deed>()) from number in Gen.Choose(0, 11) select (kind, number);
        var steps = from count in Gen.Choose(1, 40) from list in step.ListOf(count) from any in TestImages.Any.ListOf(12) select (list, any);
        return Prop.ForAll(steps.ToArbitrary(), it => RunAsync([.. it.list], [.. it.any]).GetAwaiter().GetResult());
    }

    private static async Task<bool> RunAsync((Deed Kind, int Number)[] steps, Image[] images)
    {
        images = [.. images.Select((image, i) => image with { Id = TestImages.Create(i).Id, DeletedAt = null })];
        var disk = new MemoryDisk();
        var catalog = await TestCatalogs.OpenAsync(disk);
        var model = new Dictionary<ImageId, Image>();
        foreach (var (kind, number) in steps)
        {
            var image = images[number];
            switch (kind)
            {
                case Deed.Add when !model.ContainsKey(image.Id):
                    await AddAsync(catalog, model, image);
                    break;
                case Deed.Rename:
                    await UpdateAsync(catalog, model, image.Id, it => it with { Name = it.Name + images[0].Name });
                    break;
                case Deed.Trash:
                    await UpdateAsync(catalog, model, image.Id, it => it.MoveToTrash(Later));
                    break;
                case Deed.Restore:
                    await UpdateAsync(catalog, model, image.Id, it => it.Restore());
                    break;
                case Deed.Remove:
                    var removed = await catalog.RemoveAsync(image.Id, it => it.IsInTrash, None);
                    var expected = model.TryGetValue(image.Id, out var there) && there.IsInTrash && model.Remove(image.Id);
                    Assert.Equal(expected ? CatalogOutcome.Done : CatalogOutcome.Missing, removed.Outcome);
                    break;
                case Deed.Compact:
                    await catalog.CompactAsync(None);
                    break;
                case Deed.Reopen:
                    await catalog.DisposeAsync();
                    catalog = await TestCatalogs.OpenAsync(disk);
                    break;
                case Deed.PowerCut:
                    disk = disk.AfterPowerCut(keepUnflushedNames: false, keepUnflushedBytes: false);
                    catalog = await TestCatalogs.OpenAsync(disk);
                    break;
            }

            AssertSame(model, await catalog.AllAsync());
            Assert.Equal(TestImages.TotalsOf(model.Values), await catalog.TotalsAsync(None));
        }

        await AssertPagesAsync(model, catalog);
        await catalog.DisposeAsync();
        return true;
    }

    private static async Task AddAsync(JsonImageCatalog catalog, Dictionary<ImageId, Image> model, Image image)
    {
        var change = await catalog.AddAsync(image, StorageQuota.None, None);
        var twin = model.Values.FirstOrDefault(it => !it.IsInTrash && it.Owner == image.Owner && it.Source.Hash == image.Source.Hash);
        Assert.Equal(new CatalogChange(twin is null ? CatalogOutcome.Done : CatalogOutcome.Duplicate, twin ?? image), change);
        if (twin is null)
        {
            model[image.Id] = image;
        }
    }

    private static async Task UpdateAsync(JsonImageCatalog catalog, Dictionary<ImageId, Image> model, ImageId id, Func<Image, Image> change)
    {
        var result = await catalog.UpdateAsync(id, change, None);
        var isThere = model.TryGetValue(id, out var image);
        if (isThere)
        {
            model[id] = change(image!);
        }

        Assert.Equal(isThere ? new CatalogChange(CatalogOutcome.Done, model[id]) : new CatalogChange(CatalogOutcome.Missing, null), result);
    }

    private static async Task AssertPagesAsync(Dictionary<ImageId, Image> model, JsonImageCatalog catalog)
    {
        var expected = model.Values.Where(image => !image.IsInTrash).OrderByDescending(image => image.Full.Bytes).ThenByDescending(image => image.Id);
        var listed = new List<Image>();
        CatalogCursor? after = null;
        do
        {
            var page = await catalog.PageAsync(new CatalogQuery(ImageSort.Size, 3, after) { Scope = CatalogScope.All }, None);
            listed.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(expected, listed);
    }

    private static void AssertSame(Dictionary<ImageId, Image> model, Dictionary<ImageId, Image> found)
    {
        Assert.Equal(model.Count, found.Count);
        Assert.All(model, pair => Assert.Equal(pair.Value, found[pair.Key]));
    }
}
