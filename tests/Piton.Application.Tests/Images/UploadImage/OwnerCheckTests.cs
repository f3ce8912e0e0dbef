using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.UploadImage;
using Piton.Application.Refusals;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Images.UploadImage;

/// <summary>Uploads whose owner deletes their account meanwhile.</summary>
public sealed class OwnerCheckTests : IDisposable
{
    private static readonly Actor Gone = new(Role.Visitor, new AccountId(99));

    private readonly UploadScene _scene = new();
    private CatalogOutcome _moveEnds = CatalogOutcome.Done;
    private Image? _moved;

    public OwnerCheckTests()
    {
        _scene.Listing.PageAsync(default!, default).ReturnsForAnyArgs(call =>
            call.Arg<CatalogQuery>().Scope == CatalogScope.OwnedBy(Gone.Account!.Value) && _moved is null
                ? new CatalogPage([_scene.Committed], null, 1)
                : new CatalogPage([], null, 0));
        _scene.Catalog.UpdateAsync(default, default!, default).ReturnsForAnyArgs(call =>
        {
            _moved = call.Arg<Func<Image, Image?>>()(_scene.Committed);
            return new CatalogChange(_moveEnds, _moved);
        });
    }

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Handle_WhenTheOwnerIsGone_ShouldRefuseAndLeaveThePictureInTheTrash()
    {
        Assert.Equal(ResultStatus.Forbidden, (await SendAsync(Gone)).Status);

        Assert.Equal((_scene.Committed.Id, true), (_moved!.Id, _moved.IsInTrash));
    }

    [Fact]
    public async Task Handle_WhenTheOwnerGoesWhileThePictureIsAdded_ShouldRefuseAndLeaveItInTheTrash()
    {
        var account = _scene.House.Add(change: account => account with { Id = Gone.Account!.Value });
        _scene.Catalog.AddAsync(default!, default!, default).ReturnsForAnyArgs(async call =>
        {
            await _scene.House.Access.RemoveAsync(account.Id, _ => true, CancellationToken.None);
            return new CatalogChange(CatalogOutcome.Done, call.Arg<Image>());
        });

        Assert.Equal(ResultStatus.Forbidden, (await SendAsync(Gone)).Status);

        Assert.True(_moved!.IsInTrash);
    }

    [Fact]
    public async Task Handle_WhenTheOwnerIsGoneAndTheTrashTakesNoMore_ShouldSayWhy()
    {
        _moveEnds = CatalogOutcome.DiskFull;

        Assert.Equal(ErrorCode.DiskFull, Refused.ForNow(await SendAsync(Gone)));
    }

    [Fact]
    public async Task Handle_WhenTheOwnerIsThere_ShouldMoveNothing()
    {
        Assert.Equal(ResultStatus.Created, (await SendAsync(Actors.Administrator)).Status);

        Assert.Null(_moved);
    }

    private Task<Result<UploadedImage>> SendAsync(Actor actor) =>
        _scene.HandleAsync(_scene.Command(Task.FromResult(new UploadDetails()), actor));
}
