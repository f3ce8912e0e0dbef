using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.EmptyTrash;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Images.EmptyTrash;

public sealed class EmptyTrashHandlerTests
{
    private readonly TrashScene scene = new();

    [Fact]
    public async Task Handle_WhenThereAreImagesInTheTrash_ShouldRemoveThemHoweverNewTheyAre()
    {
        var result = await Handle(Actor.Anonymous);

        Assert.Equal(2, result.Value);
        Assert.Equal([scene.First.Id, scene.Second.Id], scene.Deleted);
    }

    [Fact]
    public async Task Handle_WhenTheActorMayNot_ShouldRefuseAndTouchNothing()
    {
        var result = await Handle(Actor.System);

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(scene.Catalog.ReceivedCalls());
    }

    private Task<Result<int>> Handle(Actor actor) =>
        new EmptyTrashHandler(scene.Removal).Handle(new EmptyTrashCommand(actor), CancellationToken.None);
}
