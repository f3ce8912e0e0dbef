using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.EditImage;
using Piton.Application.Refusals;
using Piton.Application.Tests.Accounts;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.EditImage;

public sealed class EditImageHandlerTests
{
    private readonly AccountScene _house = new();

    [Fact]
    public async Task Handle_WhenTheImageIsInTheGallery_ShouldGiveItTheName()
    {
        var image = ImageFactory.Create("vacaciones");

        var result = await Handle(CatalogDoubles.Holding(image), new(Actors.Administrator, image.Id, "playa"));

        Assert.Equal(image with { Name = "playa" }, result.Value);
    }

    [Fact]
    public async Task Handle_WhenThereIsOnlyADescription_ShouldKeepTheName()
    {
        var image = ImageFactory.Create("vacaciones");

        var result = await Handle(CatalogDoubles.Holding(image), new(Actors.Administrator, image.Id, Alt: "A beach"));

        Assert.Equal(image with { Alt = "A beach" }, result.Value);
    }

    [Fact]
    public async Task Handle_WhenTheDescriptionIsBlank_ShouldTakeItAway()
    {
        var image = ImageFactory.Create() with { Alt = "A beach" };

        var result = await Handle(CatalogDoubles.Holding(image), new(Actors.Administrator, image.Id, "playa", " \n"));

        Assert.Equal(image with { Name = "playa", Alt = null }, result.Value);
    }

    [Fact]
    public async Task Handle_WhenTheImageIsInTheTrash_ShouldNotFindIt()
    {
        var image = ImageFactory.CreateTrashed();

        var result = await Handle(CatalogDoubles.Holding(image), new(Actors.Administrator, image.Id, "playa"));

        Assert.Equal(ResultStatus.NotFound, result.Status);
    }

    [Theory]
    [InlineData(CatalogOutcome.DiskFull, ErrorCode.DiskFull)]
    [InlineData(CatalogOutcome.ReadOnly, ErrorCode.ReadOnly)]
    public async Task Handle_WhenNothingCanBeWritten_ShouldSayWhy(CatalogOutcome outcome, ErrorCode code)
    {
        var image = ImageFactory.Create();

        var result = await Handle(CatalogDoubles.Failing(image, outcome), new(Actors.Administrator, image.Id, "playa"));

        Assert.Equal((ResultStatus.Unavailable, code), (result.Status, Unavailable.CodeOf(result)));
    }

    [Fact]
    public async Task Handle_WhenTheActorMayNot_ShouldRefuseAndTouchNothing()
    {
        var catalog = CatalogDoubles.Empty();

        var result = await Handle(catalog, new(Actor.System, ImageId.New(), "playa"));

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(catalog.ReceivedCalls());
    }

    [Theory]
    [InlineData("janitor", "playa", null, ResultStatus.Ok)]
    [InlineData("janitor", null, "private", ResultStatus.Forbidden)]
    [InlineData("janitor", "playa", "private", ResultStatus.Forbidden)]
    [InlineData("moderator", "playa", "private", ResultStatus.Ok)]
    [InlineData("visitor", "playa", null, ResultStatus.Forbidden)]
    [InlineData("owner", "playa", "unlisted", ResultStatus.Ok)]
    public async Task Handle_WhenTheImageIsAnothers_ShouldGoByTheRole(string who, string? name, string? visibility, ResultStatus status)
    {
        var image = ImageFactory.Create() with { Owner = Actors.Stranger.Account };
        var actor = who switch
        {
            "janitor" => Actors.Janitor, "moderator" => Actors.Moderator, "owner" => Actors.Stranger, _ => Actors.Visitor,
        };

        var result = await Handle(CatalogDoubles.Holding(image), new(actor, image.Id, name, Visibility: visibility));

        Assert.Equal(status, result.Status);
        Assert.Equal(status == ResultStatus.Ok ? visibility : null, result.Value?.Visibility is { } changed && visibility is not null ? changed.Name() : null);
    }

    [Fact]
    public async Task Handle_WhenTheImageIsAnothersAndPrivate_ShouldNotFindIt()
    {
        var image = ImageFactory.Create() with { Owner = Actors.Stranger.Account, Visibility = Visibility.Private };

        Assert.Equal(ResultStatus.NotFound, (await Handle(CatalogDoubles.Holding(image), new(Actors.Visitor, image.Id, "playa"))).Status);
    }

    private Task<Result<Image>> Handle(IImageCatalog catalog, EditImageCommand command) =>
        new EditImageHandler(catalog, _house.Audit).Handle(command, CancellationToken.None);
}
