using FluentValidation;
using Piton.Application.Images.ListImages;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Images.ListMonths;

internal sealed class ListMonthsValidator : AbstractValidator<ListMonthsQuery>
{
    private static readonly string[] ByDate = [.. ImageSorts.Names.Where(name => ImageSorts.FromName(name)?.IsByDate() == true)];

    public ListMonthsValidator()
    {
        RuleFor(query => query.Sort).Must(sort => ImageSorts.FromName(sort)?.IsByDate() == true).Refuse(sort => PageRules.UnknownSort(sort, ByDate));
        RuleFor(query => query.Whose).Must(whose => WhoseNames.FromName(whose) is not null).Refuse(PageRules.UnknownWhose);
        RuleFor(query => query.Search).MaximumLength(ImageName.MaxLength).Refuse(PageRules.SearchTooLong);
    }
}
