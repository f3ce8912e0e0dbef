using Ardalis.Result;
using NSubstitute;
using Piton.Application.Accounts;
using Piton.Application.Images.UploadImage;
using Piton.Application.Refusals;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.UploadImage;

/// <summary>Uploads whose owner deletes their account meanwhile.</summary>
public sealed class OwnerCheckTests : IDisposable
{
    private static readonly AccountId Ana = new(99);
    private static readonly Actor Sender = new(Role.Visitor, Ana);

    private readonly UploadScene _scene = new();
    private CatalogOutcome _moveEnds = CatalogOutcome.Done;
    private Image? _moved;

    public OwnerCheckTests()
    {
        _scene.LetIn(Ana);
        _scene.Catalog.UpdateAsync(default, default!, default).ReturnsForAnyArgs(call =>
        {
            _moved = call.Arg<Func<Image, Image?>>()(_scene.Committed);
            return new CatalogChange(_moveEnds, _moveEnds == CatalogOutcome.Done ? _moved : null);
        });
    }

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Handle_WhenTheOwnerIsThere_ShouldMoveNothing()
    {
        Assert.Equal(ResultStatus.Created, (await SendAsync()).Status);

        Assert.Null(_moved);
    }

    [Fact]
    public async Task Handle_WhenTheOwnerIsGone_ShouldConvertNothing()
    {
        await GoAsync();

        Assert.Equal(ResultStatus.Forbidden, (await SendAsync()).Status);

        Assert.Empty(_scene.Converter.ReceivedCalls());
        await _scene.Catalog.DidNotReceiveWithAnyArgs().FindDuplicateAsync(default, default, default);
    }

    [Fact]
    public async Task Handle_WhenAPictureIsImportedForAnOwnerWhoIsGone_ShouldConvertNothing()
    {
        await GoAsync();

        var result = await _scene.HandleAsync(
            Command(Actor.Operator) with { Imported = new ImportedFacts(Ana, ImageFactory.Noon, "a.webp") });

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(_scene.Converter.ReceivedCalls());
    }

    [Fact]
    public async Task Handle_WhenTheOwnerGoesWhileThePictureIsAdded_ShouldRefuseAndLeaveItInTheTrash()
    {
        GoWhileItIsAdded(CatalogOutcome.Done);

        Assert.Equal(ResultStatus.Forbidden, (await SendAsync("key")).Status);

        Assert.Equal((_scene.Committed.Id, true), (_moved!.Id, _moved.IsInTrash));
        Assert.Equal([AuditAction.ImageUploaded, AuditAction.ImageDeleted], _scene.House.Actions());
        using var turn = _scene.Keys.Begin(Ana, "key");
        Assert.Null(turn!.Earlier);
    }

    [Fact]
    public async Task Handle_WhenTheOwnerGoesAndThePictureIsAnothersToo_ShouldLeaveThatOneToWhoeverAddedIt()
    {
        GoWhileItIsAdded(CatalogOutcome.Duplicate);

        Assert.True((await SendAsync()).Value.Duplicate);

        Assert.Null(_moved);
    }

    [Theory]
    [InlineData(CatalogOutcome.DiskFull, ErrorCode.DiskFull)]
    [InlineData(CatalogOutcome.ReadOnly, ErrorCode.ReadOnly)]
    public async Task Handle_WhenTheOwnerGoesAndTheTrashTakesNoMore_ShouldSayWhy(CatalogOutcome outcome, ErrorCode code)
    {
        _moveEnds = outcome;
        GoWhileItIsAdded(CatalogOutcome.Done);

        Assert.Equal(code, Refused.ForNow(await SendAsync()));
    }

    private void GoWhileItIsAdded(CatalogOutcome outcome) => _scene.Catalog.AddAsync(default!, default!, default).ReturnsForAnyArgs(async call =>
    {
        await GoAsync();
        return new CatalogChange(outcome, call.Arg<Image>());
    });

    private Task GoAsync() => _scene.House.Access.RemoveAsync(Ana, _ => true, CancellationToken.None);

    private Task<Result<UploadedImage>> SendAsync(string? key = null) => _scene.HandleAsync(Command(Sender, key));

    private UploadImageCommand Command(Actor actor, string? key = null) => _scene.Command(Task.FromResult(new UploadDetails()), actor, key);
}
