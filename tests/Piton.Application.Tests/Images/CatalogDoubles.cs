using NSubstitute;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Images;

/// <summary>Sets up substitutes of the catalogue.</summary>
internal static class CatalogDoubles
{
    /// <summary>A catalogue that holds one image, and applies changes to it as the port says.</summary>
    public static IImageCatalog Holding(Image image) => HoldingAll(image);

    /// <summary>The same with several images.</summary>
    public static IImageCatalog HoldingAll(params Image[] images)
    {
        var catalog = AnsweringWrites(CatalogOutcome.Missing);
        foreach (var image in images)
        {
            catalog.GetAsync(image.Id, Arg.Any<CancellationToken>()).Returns(image);
            catalog.UpdateAsync(image.Id, Arg.Any<Func<Image, Image?>>(), Arg.Any<CancellationToken>())
                .Returns(call => Change(call.Arg<Func<Image, Image?>>()(image)));
            catalog.RemoveAsync(image.Id, Arg.Any<Func<Image, bool>>(), Arg.Any<CancellationToken>())
                .Returns(call => Change(call.Arg<Func<Image, bool>>()(image) ? image : null));
        }

        return catalog;
    }

    /// <summary>A catalogue without an image.</summary>
    public static IImageCatalog Empty() => AnsweringWrites(CatalogOutcome.Missing);

    /// <summary>A catalogue that holds one image, and whose updates and removals all end in the same way.</summary>
    public static IImageCatalog Failing(Image held, CatalogOutcome outcome, Image? twin = null)
    {
        var catalog = AnsweringWrites(outcome, twin);
        catalog.GetAsync(held.Id, Arg.Any<CancellationToken>()).Returns(held);
        return catalog;
    }

    /// <summary>A catalogue whose updates and removals all end in the same way.</summary>
    public static IImageCatalog AnsweringWrites(CatalogOutcome outcome, Image? image = null)
    {
        var catalog = Substitute.For<IImageCatalog>();
        var change = new CatalogChange(outcome, image);
        catalog.GetAsync(default, default).ReturnsForAnyArgs((Image?)null);
        catalog.UpdateAsync(default, default!, default).ReturnsForAnyArgs(change);
        catalog.RemoveAsync(default, default!, default).ReturnsForAnyArgs(change);
        return catalog;
    }

    private static CatalogChange Change(Image? image) =>
        new(image is null ? CatalogOutcome.Missing : CatalogOutcome.Done, image);
}
