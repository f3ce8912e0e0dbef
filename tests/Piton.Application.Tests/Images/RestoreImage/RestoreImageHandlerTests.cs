using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.RestoreImage;
using Piton.Application.Refusals;
using Piton.Application.Tests.Accounts;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.RestoreImage;

public sealed class RestoreImageHandlerTests
{
    private readonly AccountScene _house = new();

    [Fact]
    public async Task Handle_WhenTheImageIsInTheTrash_ShouldTakeItOut()
    {
        var image = ImageFactory.CreateTrashed();

        var result = await Handle(CatalogDoubles.Holding(image), new(Actors.Administrator, image.Id));

        Assert.Equal(image.Restore(), result.Value);
    }

    [Fact]
    public async Task Handle_WhenTheImageIsNotInTheTrash_ShouldLeaveItAsItIs()
    {
        var image = ImageFactory.Create();
        var catalog = CatalogDoubles.Holding(image);

        var result = await Handle(catalog, new(Actors.Administrator, image.Id));

        Assert.Same(image, result.Value);
        await catalog.DidNotReceiveWithAnyArgs().UpdateAsync(default, default!, default);
    }

    [Fact]
    public async Task Handle_WhenTheSourceIsBackMeanwhile_ShouldNameTheOneThatIsThere()
    {
        var twin = ImageFactory.Create();
        var image = ImageFactory.CreateTrashed();

        var result = await Handle(CatalogDoubles.Failing(image, CatalogOutcome.Duplicate, twin), new(Actors.Administrator, image.Id));

        Assert.Equal((ErrorCode.AlreadyThere, "id"), Refused.By(result));
        Assert.Contains($"“{twin.Name}”", result.ValidationErrors.Single().ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handle_WhenThereIsNoSuchImage_ShouldNotFindIt()
    {
        var result = await Handle(CatalogDoubles.Empty(), new(Actors.Administrator, ImageId.New()));

        Assert.Equal(ResultStatus.NotFound, result.Status);
    }

    [Theory]
    [InlineData(CatalogOutcome.DiskFull, ErrorCode.DiskFull)]
    [InlineData(CatalogOutcome.ReadOnly, ErrorCode.ReadOnly)]
    public async Task Handle_WhenNothingCanBeWritten_ShouldSayWhy(CatalogOutcome outcome, ErrorCode code)
    {
        var image = ImageFactory.CreateTrashed();

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

    [Theory]
    [InlineData(false, true, ResultStatus.Ok)]
    [InlineData(false, false, ResultStatus.NotFound)]
    [InlineData(true, false, ResultStatus.Ok)]
    public async Task Handle_WhenTheImageIsAnothers_ShouldFindItForThoseWhoMayRestoreAny(bool isJanitor, bool isOwn, ResultStatus status)
    {
        var image = ImageFactory.CreateTrashed() with { Owner = isOwn ? Actors.Visitor.Account : Actors.Stranger.Account };

        var result = await Handle(CatalogDoubles.Holding(image), new(isJanitor ? Actors.Janitor : Actors.Visitor, image.Id));

        Assert.Equal(status, result.Status);
    }

    private Task<Result<Image>> Handle(IImageCatalog catalog, RestoreImageCommand command) =>
        new RestoreImageHandler(catalog, _house.Audit).Handle(command, CancellationToken.None);
}
