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
    private const int MostAdministrators = 1000;

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

        // An upload may have been under way, and have ended meanwhile.
        var late = await trash.MoveAllAsync(account.Id);
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

        var administrators = await people.PageAsync(new AccountQuery(MostAdministrators, Role: Role.Administrator), cancellationToken);
        return !administrators.Items.Any(other => other.Id != account.Id && other.IsActiveAdministrator);
    }
}
