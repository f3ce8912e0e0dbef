using Piton.Application.Images;
using Piton.Application.Images.ShareImages;
using Piton.Application.Tests.Accounts;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.ShareImages;

public sealed class ShareImagesHandlerTests
{
    private readonly AccountScene _house = new();

    [Fact]
    public async Task Handle_WhenSomeAreAnothers_ShouldChangeOnesOwnAndSayWhatBecameOfEach()
    {
        var own = ImageFactory.Create() with { Owner = Actors.Visitor.Account };
        var others = ImageFactory.Create() with { Owner = Actors.Stranger.Account };
        var hidden = others with { Id = ImageId.New(), Visibility = Visibility.Private };
        var trashed = own with { Id = ImageId.New(), DeletedAt = ImageFactory.Noon };
        var catalog = CatalogDoubles.HoldingAll(own, others, hidden, trashed);

        var result = await new ShareImagesHandler(catalog, _house.Audit).Handle(
            new(Actors.Visitor, [own.Id, others.Id, hidden.Id, trashed.Id], "private"), CancellationToken.None);

        ChangedImage[] expected =
        [
            new(own.Id, SelectionOutcome.Done), new(others.Id, SelectionOutcome.Forbidden),
            new(hidden.Id, SelectionOutcome.Missing), new(trashed.Id, SelectionOutcome.Missing),
        ];
        Assert.Equal(expected, result.Value);
    }

    [Fact]
    public async Task Handle_WhenNobodySignedIn_ShouldRefuse()
    {
        var result = await new ShareImagesHandler(CatalogDoubles.Empty(), _house.Audit).Handle(new(Actor.Anonymous, [ImageId.New()], "public"), CancellationToken.None);

        Assert.Equal(Ardalis.Result.ResultStatus.Forbidden, result.Status);
    }
}
