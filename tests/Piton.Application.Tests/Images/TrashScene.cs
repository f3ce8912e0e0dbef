using NSubstitute;
using Piton.Application.Images;
using Piton.Application.Tests.Accounts;
using Piton.Application.Tests.Behaviors;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images;

/// <summary>A library with a trash of two pages.</summary>
internal sealed class TrashScene
{
    public TrashScene()
    {
        var next = CatalogCursor.Behind(First, ImageSort.Oldest);
        Listing.PageAsync(Arg.Is<CatalogQuery>(query => query.Trashed && query.After == null), Arg.Any<CancellationToken>())
            .Returns(new CatalogPage([First], next, 2));
        Listing.PageAsync(Arg.Is<CatalogQuery>(query => query.Trashed && query.After == next), Arg.Any<CancellationToken>())
            .Returns(new CatalogPage([Second], null, 2));
        Catalog.RemoveAsync(default, default!, default).ReturnsForAnyArgs(call =>
        {
            var image = Current(call.Arg<ImageId>());
            return call.Arg<Func<Image, bool>>()(image)
                ? new CatalogChange(WritesEnd, image)
                : new CatalogChange(CatalogOutcome.Missing, null);
        });
    }

    /// <summary>A trash of one page with that many images, in the place of the two pages.</summary>
    public IReadOnlyList<Image> FillPage(int count)
    {
        Image[] images = [.. Enumerable.Range(0, count).Select(_ => ImageFactory.CreateTrashed(ImageFactory.Noon))];
        Listing.PageAsync(default!, default).ReturnsForAnyArgs(new CatalogPage(images, null, count));
        return images;
    }

    public Image First { get; } = ImageFactory.CreateTrashed(ImageFactory.Noon);

    public Image Second { get; } = ImageFactory.CreateTrashed(ImageFactory.Noon.AddDays(1));

    /// <summary>Whether somebody restores the first image between its listing and its removal.</summary>
    public bool FirstIsRestoredMeanwhile { get; set; }

    /// <summary>How a removal ends whose condition holds.</summary>
    public CatalogOutcome WritesEnd { get; set; } = CatalogOutcome.Done;

    public IImageCatalog Catalog { get; } = Substitute.For<IImageCatalog>();

    public IImageListing Listing { get; } = Substitute.For<IImageListing>();

    public IImageStore Store { get; } = Substitute.For<IImageStore>();

    /// <summary>Where the audit log is.</summary>
    public AccountScene House { get; } = new();

    /// <summary>What was logged.</summary>
    public LogBook Log { get; } = new();

    public TrashRemoval Removal => new(Catalog, Listing, new ForgottenFiles(Store, new CollectingLogger<ForgottenFiles>(Log)), House.Audit);

    /// <summary>The images whose files were deleted, in order.</summary>
    public IEnumerable<ImageId> Deleted => Store.ReceivedCalls()
        .Where(call => call.GetMethodInfo().Name == nameof(IImageStore.DeleteAsync))
        .Select(call => (ImageId)call.GetArguments()[0]!);

    private Image Current(ImageId id) =>
        id == Second.Id ? Second
        : FirstIsRestoredMeanwhile ? First.Restore()
        : First;
}
