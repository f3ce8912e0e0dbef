using Ardalis.Result;
using MediatR;
using Piton.Application.Images;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.DeleteAccount;

internal sealed class DeleteAccountHandler(
    IAccountCatalog accounts,
    IAccountListing people,
    ISessionCatalog sessions,
    ICredentials credentials,
    TrashMove trash,
    Audit audit,
    TimeProvider clock)
    : IRequestHandler<DeleteAccountCommand, Result<int>>
{
    public async Task<Result<int>> Handle(DeleteAccountCommand request, CancellationToken cancellationToken)
    {
        var proven = await accounts.ProveOwnAsync(credentials, request.Actor, request.Password, "password", clock, cancellationToken);
        return await proven.BindAsync(account => DeleteAsync(request.Actor, account, cancellationToken));
    }

    // The account goes last: whatever fails before can be tried again by its owner, and no picture is left of somebody who is not there.
    private async Task<Result<int>> DeleteAsync(Actor actor, Account account, CancellationToken cancellationToken)
    {
        // The catalogue refuses it too, but by then the pictures would be in the trash.
        if (account.IsActiveAdministrator && await people.CountAdministratorsAsync(cancellationToken) == 1)
        {
            return Result.Invalid(AccountRefusals.LastAdministrator());
        }

        var moved = await trash.MoveAllAsync(account.Id);
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

        // An upload may have ended meanwhile; one that ends later sees by itself that its owner is gone.
        var late = await trash.MoveAllAsync(account.Id);
        var all = moved.Value + late.Value;
        var rest = late.IsSuccess ? "" : "; what was uploaded meanwhile could not be moved";
        await audit.WriteAsync(actor, AuditAction.AccountDeleted, account.Email, $"{all} images to the trash{rest}");
        return all;
    }
}
