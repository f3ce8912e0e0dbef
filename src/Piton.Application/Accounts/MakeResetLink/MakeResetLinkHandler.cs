using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.MakeResetLink;

internal sealed class MakeResetLinkHandler(IAccountCatalog accounts, IAccountTickets tickets, Audit audit, TimeProvider clock)
    : IRequestHandler<MakeResetLinkCommand, Result<ResetLink>>
{
    public async Task<Result<ResetLink>> Handle(MakeResetLinkCommand request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.Administer))
        {
            return Result.Forbidden();
        }

        if (await accounts.GetAsync(request.Account, cancellationToken) is not { } account)
        {
            return Result.NotFound();
        }

        var until = clock.GetUtcNow() + ResetLink.Lifetime;
        await audit.WriteAsync(request.Actor, AuditAction.ResetLinkMade, account.Email);
        return new ResetLink(account, tickets.Issue(TicketUse.PasswordReset, account, until), until);
    }
}
