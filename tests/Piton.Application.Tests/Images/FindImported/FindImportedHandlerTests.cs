using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.FindImported;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.FindImported;

public sealed class FindImportedHandlerTests
{
    private const string OldAddress = "3f2a.webp";

    private readonly IImageCatalog _catalog = Substitute.For<IImageCatalog>();

    [Theory]
    [InlineData(Visibility.Public, ResultStatus.Ok, ResultStatus.Ok)]
    [InlineData(Visibility.Unlisted, ResultStatus.Ok, ResultStatus.Ok)]
    [InlineData(Visibility.Private, ResultStatus.NotFound, ResultStatus.Ok)]
    public async Task Handle_WhenThereIsOne_ShouldGiveItToThoseWhoMaySeeIt(Visibility visibility, ResultStatus stranger, ResultStatus administrator)
    {
        Found(ImageFactory.Create() with { Visibility = visibility, OldNames = [OldAddress] });

        Assert.Equal(stranger, (await HandleAsync(Actor.Anonymous, OldAddress)).Status);
        Assert.Equal(administrator, (await HandleAsync(Actors.Administrator, OldAddress)).Status);
    }

    [Fact]
    public async Task Handle_WhenTheGalleryIsForMembersAlone_ShouldRefuseStrangers()
    {
        Found(ImageFactory.Create() with { OldNames = [OldAddress] });

        Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(Actor.Anonymous with { IsShutOut = true }, OldAddress)).Status);
    }

    [Theory]
    [InlineData("other.webp")]
    [InlineData("..")]
    [InlineData("../3f2a.webp")]
    public async Task Handle_WhenThereIsNone_ShouldSayNotFound(string name)
    {
        Found(ImageFactory.Create() with { OldNames = [OldAddress] });

        Assert.Equal(ResultStatus.NotFound, (await HandleAsync(Actors.Administrator, name)).Status);
    }

    private void Found(Image image)
    {
        _catalog.FindByOldNameAsync(Arg.Any<string>(), Arg.Any<CancellationToken>()).Returns((Image?)null);
        _catalog.FindByOldNameAsync(OldAddress, Arg.Any<CancellationToken>()).Returns(image);
    }

    private Task<Result<Image>> HandleAsync(Actor actor, string name) =>
        new FindImportedHandler(_catalog).Handle(new FindImportedQuery(actor, name), CancellationToken.None);
}
