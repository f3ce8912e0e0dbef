using FluentValidation;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.CreateToken;

internal sealed class CreateTokenValidator : AbstractValidator<CreateTokenCommand>
{
    public CreateTokenValidator()
    {
        RuleFor(command => command.Name).Must(name => Account.CheckName(name?.Trim()) is null).Refuse(AccountRefusals.ForName);
        RuleFor(command => command.Scopes).Must(scopes => TokenScopeNames.FromNames(scopes) is not null).Refuse(TokenRefusals.UnknownScope);
        RuleFor(command => command.Days).Must(days => days is null or (>= 1 and <= CreateTokenCommand.MaxDays)).Refuse(TokenRefusals.BadExpiry);
    }
}
