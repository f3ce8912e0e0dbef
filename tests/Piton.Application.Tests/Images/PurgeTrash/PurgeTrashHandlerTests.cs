using Ardalis.Result;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using Piton.Application.Images.PurgeTrash;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.PurgeTrash;

public sealed class PurgeTrashHandlerTests
{
    private readonly TrashScene _scene = new();
    private readonly FakeTimeProvider _clock = new(ImageFactory.Noon);

    [Theory]
    [InlineData(29, 0)]
    [InlineData(30, 1)]
    [InlineData(31, 2)]
    public async Task Handle_WhenDaysHavePassed_ShouldRemoveWhatHasBeenThereForThirty(int days, int removed)
    {
        _clock.Advance(TimeSpan.FromDays(days));

        var result = await Handle(Actor.System);

        Assert.Equal(removed, result.Value);
        Assert.Equal(new[] { _scene.First.Id, _scene.Second.Id }.Take(removed), _scene.Deleted);
    }

    [Fact]
    public async Task Handle_WhenTheActorMayNot_ShouldRefuseAndTouchNothing()
    {
        var result = await Handle(Actor.Anonymous);

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(_scene.Catalog.ReceivedCalls());
    }

    private Task<Result<int>> Handle(Actor actor) =>
        new PurgeTrashHandler(_scene.Removal, TrashPolicy.Default, _clock).Handle(new PurgeTrashCommand(actor), CancellationToken.None);
}
