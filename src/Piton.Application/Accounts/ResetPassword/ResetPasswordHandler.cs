using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.ResetPassword;

internal sealed class ResetPasswordHandler(
    IAccountCatalog accounts, ISessionCatalog sessions, ICredentials credentials, IAccountTickets tickets, Audit audit)
    : IRequestHandler<ResetPasswordCommand, Result<Account>>
{
    public async Task<Result<Account>> Handle(ResetPasswordCommand request, CancellationToken cancellationToken)
    {
        if (tickets.Read(TicketUse.PasswordReset, request.Ticket ?? "") is not { } ticket
            || await accounts.GetAsync(ticket.Account, cancellationToken) is not { } account
            || account.SecurityStamp != ticket.SecurityStamp)
        {
            return Result.Invalid(AccountRefusals.TicketOver());
        }

        var password = request.Password ?? "";
        if (credentials.Check(password, account.Email, account.Name) is { } flaw)
        {
            return Result.Invalid(AccountRefusals.For(flaw, "password"));
        }

        var hash = credentials.Hash(password);
        var change = await accounts.UpdateAsync(
            account.Id, current => current.SecurityStamp == ticket.SecurityStamp ? current.WithPassword(hash) : null, cancellationToken);
        if (change.Outcome == AccountOutcome.Done)
        {
            await sessions.RemoveAllAsync(account.Id, null, CancellationToken.None);
            await audit.WriteAsync(request.Actor with { Account = account.Id, Name = account.Name }, AuditAction.PasswordReset);
        }

        return change.Outcome == AccountOutcome.Missing ? Result.Invalid(AccountRefusals.TicketOver()) : change.ToResult();
    }
}
