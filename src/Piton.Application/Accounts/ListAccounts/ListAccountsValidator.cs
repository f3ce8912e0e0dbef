using FluentValidation;
using Piton.Application.Images;
using Piton.Application.Refusals;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Accounts.ListAccounts;

internal sealed class ListAccountsValidator : AbstractValidator<ListAccountsQuery>
{
    public ListAccountsValidator()
    {
        RuleFor(query => query.Role).Must(role => string.IsNullOrEmpty(role) || Roles.FromName(role) is not null).Refuse(AccountRefusals.UnknownRole);
        RuleFor(query => query.After).Must(after => string.IsNullOrEmpty(after) || AccountCursor.TryParse(after, out _)).Refuse(PageRules.BadCursor);
        RuleFor(query => query.Limit).InclusiveBetween(1, 200).Refuse(PageRules.BadLimit);
        RuleFor(query => query.Search).MaximumLength(ImageName.MaxLength).Refuse(PageRules.SearchTooLong);
    }
}
