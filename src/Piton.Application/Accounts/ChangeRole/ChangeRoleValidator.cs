using FluentValidation;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.ChangeRole;

internal sealed class ChangeRoleValidator : AbstractValidator<ChangeRoleCommand>
{
    public ChangeRoleValidator()
    {
        RuleFor(command => command.Role).Must(role => Roles.FromName(role) is not null).Refuse(AccountRefusals.UnknownRole);
    }
}
