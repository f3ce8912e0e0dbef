using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.SignIn;

internal sealed class SignInHandler(
    IAccountCatalog accounts,
    ICredentials credentials,
    IAccountTickets tickets,
    KnownBrowsers browsers,
    SessionOpening opening,
    Audit audit,
    TimeProvider clock)
    : IRequestHandler<SignInCommand, Result<SignInStep>>
{
    private static readonly TimeSpan TimeForCode = TimeSpan.FromMinutes(10);

    public async Task<Result<SignInStep>> Handle(SignInCommand request, CancellationToken cancellationToken)
    {
        var (email, password) = (request.Email ?? "", request.Password ?? "");
        var found = await accounts.FindByEmailAsync(email, cancellationToken);
        var isKnown = found is not null && browsers.Knows(request.KnownBrowser, found);

        // Asked in any case, since it takes time: an account that there is not, or that waits, must not be told by the clock.
        var isRight = credentials.Verify(found, password);

        // It took time, too: meanwhile the account may have been locked, or the password changed.
        var current = found is null ? null : await accounts.GetAsync(found.Id, cancellationToken);
        if (current is null || !isRight || current.SecurityStamp != found!.SecurityStamp || current.IsLocked(clock.GetUtcNow(), isKnown))
        {
            await FailAsync(request, found, isKnown, cancellationToken);
            return Result.Invalid(AccountRefusals.WrongCredentials());
        }

        if (current.IsDisabled)
        {
            await audit.WriteAsync(request.Actor, AuditAction.SignInFailed, current.Email, "disabled");
            return Result.Invalid(AccountRefusals.Disabled());
        }

        if (current.IsTwoFactorOn)
        {
            var use = request.Remember ? TicketUse.SecondFactorRemembered : TicketUse.SecondFactor;
            return new SignInStep(null, tickets.Issue(use, current, clock.GetUtcNow() + TimeForCode));
        }

        await SucceedAsync(current, cancellationToken);
        var opened = await opening.OpenAsync(request.Actor, current, request.Remember, request.UserAgent, cancellationToken);
        return opened.Map(session => new SignInStep(session, null));
    }

    private async Task FailAsync(SignInCommand request, Account? found, bool isKnown, CancellationToken cancellationToken)
    {
        // At once, so that an account that is there does not take one flush longer.
        await Task.WhenAll(
            found is null ? Task.CompletedTask : accounts.UpdateAsync(found.Id, account => account.Fail(clock.GetUtcNow(), isKnown), cancellationToken),
            audit.WriteAsync(request.Actor, AuditAction.SignInFailed, EmailAddress.Check(request.Email) is null ? request.Email : null));
    }

    private async Task SucceedAsync(Account found, CancellationToken cancellationToken)
    {
        if (found.Succeed() != found)
        {
            await accounts.UpdateAsync(found.Id, account => account.Succeed(), cancellationToken);
        }
    }
}
