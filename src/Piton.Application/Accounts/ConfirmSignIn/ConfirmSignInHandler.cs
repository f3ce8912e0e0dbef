using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.ConfirmSignIn;

internal sealed class ConfirmSignInHandler(
    IAccountCatalog accounts,
    SecondFactor factor,
    IAccountTickets tickets,
    KnownBrowsers browsers,
    SessionOpening opening,
    Audit audit,
    TimeProvider clock)
    : IRequestHandler<ConfirmSignInCommand, Result<OpenedSession>>
{
    public async Task<Result<OpenedSession>> Handle(ConfirmSignInCommand request, CancellationToken cancellationToken)
    {
        var remembered = tickets.Read(TicketUse.SecondFactorRemembered, request.Ticket ?? "");
        if ((remembered ?? tickets.Read(TicketUse.SecondFactor, request.Ticket ?? "")) is not { } ticket
            || await accounts.GetAsync(ticket.Account, cancellationToken) is not { IsDisabled: false } known
            || known.SecurityStamp != ticket.SecurityStamp)
        {
            return Result.Invalid(AccountRefusals.TicketOver());
        }

        var isKnown = browsers.Knows(request.KnownBrowser, known);
        var change = await accounts.UpdateAsync(ticket.Account, account => Take(account, ticket, request.Code ?? "", isKnown), cancellationToken);
        if (change.Outcome is not (AccountOutcome.Done or AccountOutcome.Missing))
        {
            return change.ToResult().Map(_ => (OpenedSession)null!);
        }

        if (change.Account is not { } account)
        {
            await accounts.UpdateAsync(ticket.Account, failed => failed.Fail(clock.GetUtcNow(), isKnown), cancellationToken);
            await audit.WriteAsync(request.Actor, AuditAction.SignInFailed, $"{ticket.Account}", "second factor");
            return Result.Invalid(AccountRefusals.WrongCode("code"));
        }

        return await opening.OpenAsync(request.Actor, account, remembered is not null, request.UserAgent, cancellationToken);
    }

    // Within the change, so that no code counts twice.
    private Account? Take(Account account, AccountTicket ticket, string code, bool isKnown) =>
        account.SecurityStamp == ticket.SecurityStamp && !account.IsDisabled && !account.IsLocked(clock.GetUtcNow(), isKnown)
            ? factor.Take(account, code)?.Succeed()
            : null;
}
