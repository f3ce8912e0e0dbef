using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.EditProfile;

internal sealed class EditProfileHandler(IAccountCatalog accounts, Audit audit) : IRequestHandler<EditProfileCommand, Result<Account>>
{
    public async Task<Result<Account>> Handle(EditProfileCommand request, CancellationToken cancellationToken)
    {
        var name = request.Name?.Trim();
        if (Account.CheckName(name) is not null)
        {
            return Result.Invalid(AccountRefusals.ForName(name));
        }

        var own = await accounts.GetOwnAsync(request.Actor, Right.ManageAccount, cancellationToken);
        return await own.BindAsync(async account =>
        {
            var change = await accounts.UpdateAsync(account.Id, current => current with { Name = name! }, cancellationToken);
            if (change.Outcome == AccountOutcome.Done)
            {
                await audit.WriteAsync(request.Actor, AuditAction.ProfileChanged);
            }

            return change.ToResult();
        });
    }
}
