using Ardalis.Result;
using MediatR;
using Piton.Application.Images;
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
        return await proven.BindAsync(account => DeleteAsync(request.Actor, account, cancellationToken));
    }

    // Shut first, so that no picture comes after those that are moved; forgotten last, so that no picture is left of somebody who is not there.
    private async Task<Result<int>> DeleteAsync(Actor actor, Account account, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var shut = await accounts.UpdateAsync(account.Id, it => it.IsDisabled ? null : it with { DisabledAt = now }, cancellationToken);
        if (shut.Outcome != AccountOutcome.Done)
        {
            return shut.ToResult().Map(_ => 0);
        }

        var moved = await MoveImagesToTrashAsync(account.Id, now);
        var removed = await moved.BindAsync(async _ => (await accounts.RemoveAsync(account.Id, _ => true, CancellationToken.None)).ToResult());
        if (!removed.IsSuccess)
        {
            await accounts.UpdateAsync(account.Id, it => it.DisabledAt == now ? it with { DisabledAt = null } : null, CancellationToken.None);
            return removed.Map(_ => 0);
        }

        await sessions.RemoveAllAsync(account.Id, null, CancellationToken.None);
        await audit.WriteAsync(actor, AuditAction.AccountDeleted, account.Email, $"{moved.Value} images to the trash");
        return moved;
    }

    // Each that is moved leaves the listing, so the first page is another one each time.
    private async Task<Result<int>> MoveImagesToTrashAsync(AccountId account, DateTimeOffset now)
    {
        var moved = 0;
        while (true)
        {
            var query = new CatalogQuery(ImageSort.Oldest, PageSize) { Scope = CatalogScope.OwnedBy(account) };
            var page = await listing.PageAsync(query, CancellationToken.None);
            var changes = await Task.WhenAll(page.Items.Select(image => images.UpdateAsync(image.Id, own => own.MoveToTrash(now), CancellationToken.None)));
            if (changes.Any(change => change.IsRefused))
            {
                return changes.First(change => change.IsRefused).ToResult().Map(_ => moved);
            }

            moved += changes.Count(change => change.Outcome == CatalogOutcome.Done);
            if (page.Next is null)
            {
                return moved;
            }
        }
    }
}
