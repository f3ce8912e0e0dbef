using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images;
using Piton.Application.Images.RestoreImages;
using Piton.Application.Refusals;
using Piton.Application.Tests.Accounts;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.RestoreImages;

public sealed class RestoreImagesHandlerTests
{
    private readonly AccountScene _house = new();

    [Fact]
    public async Task Handle_WhenSomeAreInTheTrash_ShouldTakeThemOutAndSayWhatBecameOfEach()
    {
        var (shown, trashed, twin, unknown) = (ImageFactory.Create(), ImageFactory.CreateTrashed(), ImageId.New(), ImageId.New());
        var catalog = CatalogDoubles.HoldingAll(shown, trashed);
        catalog.UpdateAsync(twin, Arg.Any<Func<Image, Image?>>(), Arg.Any<CancellationToken>())
            .Returns(new CatalogChange(CatalogOutcome.Duplicate, shown));

        var result = await Handle(catalog, shown.Id, trashed.Id, twin, unknown);

        ChangedImage[] expected =
        [
            new(shown.Id, SelectionOutcome.Done), new(trashed.Id, SelectionOutcome.Done),
            new(twin, SelectionOutcome.Duplicate), new(unknown, SelectionOutcome.Missing),
        ];
        Assert.Equal(expected, result.Value);
    }

    [Fact]
    public async Task Handle_WhenItRestores_ShouldLeaveNothingElseChanged()
    {
        var image = ImageFactory.CreateTrashed();
        var catalog = CatalogDoubles.Holding(image);

        await Handle(catalog, image.Id);

        var change = Assert.IsType<Func<Image, Image?>>(Assert.Single(catalog.ReceivedCalls()).GetArguments()[1]);
        Assert.Equal(image with { DeletedAt = null }, change(image));
    }

    [Theory]
    [InlineData(CatalogOutcome.DiskFull, ErrorCode.DiskFull)]
    [InlineData(CatalogOutcome.ReadOnly, ErrorCode.ReadOnly)]
    public async Task Handle_WhenNothingCanBeWritten_ShouldSayWhy(CatalogOutcome outcome, ErrorCode code)
    {
        var result = await Handle(CatalogDoubles.AnsweringWrites(outcome), ImageId.New());

        Assert.Equal((ResultStatus.Unavailable, code), (result.Status, Unavailable.CodeOf(result)));
    }

    [Fact]
    public async Task Handle_WhenTheActorMayNot_ShouldRefuseAndTouchNothing()
    {
        var catalog = CatalogDoubles.Empty();

        var result = await new RestoreImagesHandler(catalog, _house.Audit).Handle(new(Actor.System, [ImageId.New()]), CancellationToken.None);

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(catalog.ReceivedCalls());
    }

    private Task<Result<IReadOnlyList<ChangedImage>>> Handle(IImageCatalog catalog, params ImageId[] ids) =>
        new RestoreImagesHandler(catalog, _house.Audit).Handle(new(Actors.Administrator, ids), CancellationToken.None);
}
