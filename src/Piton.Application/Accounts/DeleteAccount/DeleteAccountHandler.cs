using Ardalis.Result;
using MediatR;
using Piton.Application.Images;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Accounts.DeleteAccount;

internal sealed class DeleteAccountHandler(
    IAccountCatalog accounts,
    IAccountListing people,
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

    // The account goes last: whatever fails before can be tried again by its owner, and no picture is left of somebody who is not there.
    private async Task<Result<int>> DeleteAsync(Actor actor, Account account, CancellationToken cancellationToken)
    {
        if (await IsLastAdministratorAsync(account, cancellationToken))
        {
            return Result.Invalid(AccountRefusals.LastAdministrator());
        }

        var moved = await MoveImagesToTrashAsync(account.Id);
        if (!moved.IsSuccess)
        {
            return moved;
        }

        var change = await accounts.RemoveAsync(account.Id, _ => true, CancellationToken.None);
        if (change.Outcome != AccountOutcome.Done)
        {
            return change.ToResult().Map(_ => 0);
        }

        await sessions.RemoveAllAsync(account.Id, null, CancellationToken.None);

        // An upload may have been under way, and have ended meanwhile.
        var late = await MoveImagesToTrashAsync(account.Id);
        var all = moved.Value + late.Value;
        await audit.WriteAsync(actor, AuditAction.AccountDeleted, account.Email, $"{all} images to the trash");
        return all;
    }

    // The catalogue refuses it too, but by then the pictures would be in the trash.
    private async Task<bool> IsLastAdministratorAsync(Account account, CancellationToken cancellationToken)
    {
        if (!account.IsActiveAdministrator)
        {
            return false;
        }

        var administrators = await people.PageAsync(new AccountQuery(PageSize, Role: Role.Administrator), cancellationToken);
        return !administrators.Items.Any(other => other.Id != account.Id && other.IsActiveAdministrator);
    }

    // Each that is moved leaves the listing, so the first page is another one each time.
    private async Task<Result<int>> MoveImagesToTrashAsync(AccountId account)
    {
        var moved = 0;
        while (true)
        {
            var query = new CatalogQuery(ImageSort.Oldest, PageSize) { Scope = CatalogScope.OwnedBy(account) };
            var page = await listing.PageAsync(query, CancellationToken.None);
            var now = clock.GetUtcNow();
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
