using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.EmptyTrash;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Images.EmptyTrash;

public sealed class EmptyTrashHandlerTests
{
    private readonly TrashScene _scene = new();

    [Fact]
    public async Task Handle_WhenThereAreImagesInTheTrash_ShouldRemoveThemHoweverNewTheyAre()
    {
        var result = await Handle(Actors.Administrator);

        Assert.Equal(2, result.Value);
        Assert.Equal([_scene.First.Id, _scene.Second.Id], _scene.Deleted);
    }

    [Fact]
    public async Task Handle_WhenTheActorMayNot_ShouldRefuseAndTouchNothing()
    {
        var result = await Handle(Actor.System);

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(_scene.Catalog.ReceivedCalls());
    }

    private Task<Result<int>> Handle(Actor actor) =>
        new EmptyTrashHandler(_scene.Removal).Handle(new EmptyTrashCommand(actor), CancellationToken.None);
}
