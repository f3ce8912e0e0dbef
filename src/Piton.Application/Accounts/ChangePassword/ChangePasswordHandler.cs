using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.ChangePassword;

internal sealed class ChangePasswordHandler(
    IAccountCatalog accounts, ISessionCatalog sessions, ICredentials credentials, Audit audit, TimeProvider clock)
    : IRequestHandler<ChangePasswordCommand, Result<Account>>
{
    public async Task<Result<Account>> Handle(ChangePasswordCommand request, CancellationToken cancellationToken)
    {
        var proven = await accounts.ProveOwnAsync(credentials, request.Actor, request.Password, "password", clock, cancellationToken);
        return await proven.BindAsync(account => ChangeAsync(request, account, cancellationToken));
    }

    private async Task<Result<Account>> ChangeAsync(ChangePasswordCommand request, Account account, CancellationToken cancellationToken)
    {
        var password = request.NewPassword ?? "";
        if (credentials.Check(password, account.Email, account.Name) is { } flaw)
        {
            return Result.Invalid(AccountRefusals.For(flaw, "newPassword"));
        }

        var hash = credentials.Hash(password);

        // What was proven is worth nothing where the password is another by now.
        var change = await accounts.UpdateAsync(
            account.Id, current => current.SecurityStamp == account.SecurityStamp ? current.WithPassword(hash) : null, cancellationToken);
        if (change.Outcome == AccountOutcome.Done)
        {
            await KeepOneAsync(change.Account!, request.Actor.Session);
            await audit.WriteAsync(request.Actor, AuditAction.PasswordChanged);
        }

        return change.Outcome == AccountOutcome.Missing ? Result.Invalid(AccountRefusals.WrongPassword("password")) : change.ToResult();
    }

    // The others are none from now on, whether they can be forgotten or not.
    private async Task KeepOneAsync(Account account, SessionId? kept)
    {
        if (kept is { } session)
        {
            await sessions.UpdateAsync(session, current => current with { SecurityStamp = account.SecurityStamp }, CancellationToken.None);
        }

        await sessions.RemoveAllAsync(account.Id, kept, CancellationToken.None);
    }
}
