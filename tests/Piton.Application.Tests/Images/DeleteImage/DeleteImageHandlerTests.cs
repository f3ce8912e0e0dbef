using Ardalis.Result;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using Piton.Application.Images.DeleteImage;
using Piton.Application.Refusals;
using Piton.Application.Tests.Accounts;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.DeleteImage;

public sealed class DeleteImageHandlerTests
{
    private readonly AccountScene _house = new();
    private readonly FakeTimeProvider _clock = new(ImageFactory.Noon);

    [Fact]
    public async Task Handle_WhenTheImageIsInTheGallery_ShouldMoveItToTheTrashNow()
    {
        var image = ImageFactory.Create();

        var result = await Handle(CatalogDoubles.Holding(image), new(Actors.Administrator, image.Id));

        Assert.Equal(image.MoveToTrash(ImageFactory.Noon), result.Value);
    }

    [Fact]
    public async Task Handle_WhenTheImageIsInTheTrash_ShouldNotFindIt()
    {
        var image = ImageFactory.CreateTrashed();

        var result = await Handle(CatalogDoubles.Holding(image), new(Actors.Administrator, image.Id));

        Assert.Equal(ResultStatus.NotFound, result.Status);
    }

    [Theory]
    [InlineData(CatalogOutcome.DiskFull, ErrorCode.DiskFull)]
    [InlineData(CatalogOutcome.ReadOnly, ErrorCode.ReadOnly)]
    public async Task Handle_WhenNothingCanBeWritten_ShouldSayWhy(CatalogOutcome outcome, ErrorCode code)
    {
        var image = ImageFactory.Create();

        var result = await Handle(CatalogDoubles.Failing(image, outcome), new(Actors.Administrator, image.Id));

        Assert.Equal((ResultStatus.Unavailable, code), (result.Status, Unavailable.CodeOf(result)));
    }

    [Fact]
    public async Task Handle_WhenTheActorMayNot_ShouldRefuseAndTouchNothing()
    {
        var catalog = CatalogDoubles.Empty();

        var result = await Handle(catalog, new(Actor.System, ImageId.New()));

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(catalog.ReceivedCalls());
    }

    private Task<Result<Image>> Handle(IImageCatalog catalog, DeleteImageCommand command) =>
        new DeleteImageHandler(catalog, _house.Audit, _clock).Handle(command, CancellationToken.None);
}
