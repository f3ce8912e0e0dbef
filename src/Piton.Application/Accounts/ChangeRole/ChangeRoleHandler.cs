using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.ChangeRole;

internal sealed class ChangeRoleHandler(IAccountCatalog accounts, Audit audit) : IRequestHandler<ChangeRoleCommand, Result<Account>>
{
    public async Task<Result<Account>> Handle(ChangeRoleCommand request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.Administer))
        {
            return Result.Forbidden();
        }

        var role = Roles.FromName(request.Role)!.Value;
        if (request.Account == request.Actor.Account && role != request.Actor.Role)
        {
            return Result.Invalid(AccountRefusals.OwnRole());
        }

        var before = role;
        var change = await accounts.UpdateAsync(
            request.Account,
            account =>
            {
                before = account.Role;
                return account with { Role = role };
            },
            cancellationToken);
        if (change.Outcome == AccountOutcome.Done)
        {
            await audit.WriteAsync(request.Actor, AuditAction.RoleChanged, change.Account!.Email, $"{before.Name()} to {role.Name()}");
        }

        return change.ToResult();
    }
}
