using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Accounts.DeleteAccount;

internal sealed class DeleteAccountHandler(
    IAccountCatalog accounts,
    ISessionCatalog sessions,
    ICredentials credentials,
    IImageCatalog images,
    IImageListing listing,
    Audit audit,
    TimeProvider clock)
    : IRequestHandler<DeleteAccountCommand, Result<int>>
{
    private const int PageSize = 200;

    public async Task<Result<int>> Handle(DeleteAccountCommand request, CancellationToken cancellationToken)
    {
        var proven = await accounts.ProveOwnAsync(credentials, request.Actor, request.Password, "password", clock, cancellationToken);
        return await proven.BindAsync(async account =>
        {
            var change = await accounts.RemoveAsync(account.Id, _ => true, cancellationToken);
            if (change.Outcome != AccountOutcome.Done)
            {
                return change.ToResult().Map(_ => 0);
            }

            await sessions.RemoveAllAsync(account.Id, null, CancellationToken.None);
            var moved = await MoveImagesToTrashAsync(account.Id);
            await audit.WriteAsync(request.Actor, AuditAction.AccountDeleted, account.Email, $"{moved} images to the trash");
            return Result.Success(moved);
        });
    }

    // Each that is moved leaves the listing, so the first page is another one each time; what cannot be written ends it.
    private async Task<int> MoveImagesToTrashAsync(AccountId account)
    {
        var moved = 0;
        while (true)
        {
            var query = new CatalogQuery(ImageSort.Oldest, PageSize) { Scope = CatalogScope.OwnedBy(account) };
            var page = await listing.PageAsync(query, CancellationToken.None);
            var now = clock.GetUtcNow();
            var changes = await Task.WhenAll(page.Items.Select(image => images.UpdateAsync(image.Id, own => own.MoveToTrash(now), CancellationToken.None)));
            moved += changes.Count(it => it.Outcome == CatalogOutcome.Done);
            if (page.Next is null || changes.Any(it => it.Outcome is CatalogOutcome.DiskFull or CatalogOutcome.ReadOnly))
            {
                return moved;
            }
        }
    }
}
