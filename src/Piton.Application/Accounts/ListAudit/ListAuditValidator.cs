using FluentValidation;
using Piton.Application.Images;
using Piton.Application.Refusals;

namespace Piton.Application.Accounts.ListAudit;

internal sealed class ListAuditValidator : AbstractValidator<ListAuditQuery>
{
    public ListAuditValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 200).Refuse(PageRules.BadLimit);
    }
}
