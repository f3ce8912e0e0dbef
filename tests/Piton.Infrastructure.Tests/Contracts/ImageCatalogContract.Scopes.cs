using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Tests.Contracts;

/// <content>Whose images are listed.</content>
public abstract partial class ImageCatalogContract
{
    private static readonly CatalogScope[] Scopes =
    [
        CatalogScope.Public, CatalogScope.All, CatalogScope.SeenBy(Ana), CatalogScope.SeenBy(Bob), CatalogScope.OwnedBy(Ana), CatalogScope.OwnedBy(Bob),
        CatalogScope.SeenBy(new AccountId(3)), CatalogScope.OwnedBy(new AccountId(3)), default,
    ];

    [Theory]
    [InlineData(ImageSort.Newest)]
    [InlineData(ImageSort.Oldest)]
    [InlineData(ImageSort.Name)]
    [InlineData(ImageSort.NameDescending)]
    [InlineData(ImageSort.Size)]
    public async Task PageAsync_WhenScoped_ShouldListThoseOfTheScopeInTheOrderOfAll(ImageSort sort)
    {
        await AddOfEverybodyAsync();
        await ShouldListByScopeAsync(sort);

        // What has changed hands or state is somewhere else from then on; the listings are there already.
        foreach (var (number, change) in Changes())
        {
            await Catalog.UpdateAsync(TestImages.Create(number).Id, change, None);
        }

        await Catalog.RemoveAsync(TestImages.Create(23).Id, _ => true, None);
        await ShouldListByScopeAsync(sort);
        Catalog = await ReopenAsync();
        await ShouldListByScopeAsync(sort);
    }

    [Fact]
    public async Task MonthsAsync_WhenScoped_ShouldCountThoseOfTheScope()
    {
        await AddOfEverybodyAsync();

        foreach (var scope in Scopes)
        {
            var expected = (await AllPagesAsync(new CatalogQuery(ImageSort.Newest, 100) { Scope = scope })).Count;
            Assert.Equal(expected, (await Listing.MonthsAsync(scope, null, None)).Sum(month => month.Count));
            var hits = await Listing.PageAsync(new CatalogQuery(ImageSort.Newest, 1, NamePart: "2") { Scope = scope }, None);
            Assert.Equal(hits.Total, (await Listing.MonthsAsync(scope, "2", None)).Sum(month => month.Count));
        }
    }

    [Fact]
    public async Task UsageAsync_WhenImagesCameAndWent_ShouldCountWhatIsThere()
    {
        await AddOfEverybodyAsync();
        await Catalog.UpdateAsync(TestImages.Create(3).Id, image => image.MoveToTrash(Later), None);
        await Catalog.RemoveAsync(TestImages.Create(4).Id, _ => true, None);
        await ShouldCountAsync();
        Catalog = await ReopenAsync();
        await ShouldCountAsync();

        async Task ShouldCountAsync()
        {
            var all = await EveryImageAsync();
            Assert.Equal(UsageOf(all.Where(image => image.Owner == Ana)), await Listing.UsageAsync(Ana, None));
            Assert.Equal(UsageOf(all.Where(image => image.Owner == Bob)), await Listing.UsageAsync(Bob, None));
            Assert.Equal(default, await Listing.UsageAsync(new AccountId(3), None));
        }
    }

    private static ImageUsage UsageOf(IEnumerable<Image> images) =>
        new(images.Count(), images.Sum(it => it.StoredBytes));

    private static IEnumerable<(int Number, Func<Image, Image> Change)> Changes()
    {
        yield return (0, image => image with { Visibility = Visibility.Private });
        yield return (4, image => image with { Visibility = Visibility.Public });
        yield return (7, image => image with { Visibility = Visibility.Unlisted, Name = "moved" });
        yield return (9, image => image.MoveToTrash(Later));
        yield return (10, image => image.MoveToTrash(Later));
        yield return (11, image => image with { Owner = Bob });
    }

    private async Task AddOfEverybodyAsync()
    {
        AccountId?[] owners = [Ana, Bob, null];
        var visibilities = Enum.GetValues<Visibility>();
        await AddAsync([.. Enumerable.Range(0, 24).Select(i => TestImages.Create(i, $"name {i % 7}", owners[i % owners.Length]) with
        {
            Visibility = visibilities[i / 3 % visibilities.Length],
            Source = TestImages.Create(i).Source with { Kept = i % 5 == 0 },
        })]);
    }

    private async Task ShouldListByScopeAsync(ImageSort sort)
    {
        foreach (var trashed in new[] { false, true })
        {
            var all = await AllPagesAsync(new CatalogQuery(sort, 100, Trashed: trashed) { Scope = CatalogScope.All });
            foreach (var scope in Scopes)
            {
                var query = new CatalogQuery(sort, 2, Trashed: trashed) { Scope = scope };
                var expected = all.Where(scope.Contains).ToList();
                Assert.Equal(expected, await AllPagesAsync(query));
                Assert.Equal(expected.Count, (await Listing.PageAsync(query, None)).Total);
                var hits = query with { NamePart = "name 3" };
                Assert.Equal(expected.Where(image => image.Name == "name 3"), await AllPagesAsync(hits));
            }
        }
    }

    private async Task<List<Image>> EveryImageAsync() =>
    [
        .. await AllPagesAsync(new CatalogQuery(ImageSort.Newest, 100) { Scope = CatalogScope.All }),
        .. await AllPagesAsync(new CatalogQuery(ImageSort.Newest, 100, Trashed: true) { Scope = CatalogScope.All }),
    ];
}
