using FluentValidation;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Images.ListMonths;

internal sealed class ListMonthsValidator : AbstractValidator<ListMonthsQuery>
{
    private static readonly string[] ByDate =
        [.. ImageSorts.Names.Where(name => ImageSorts.FromName(name) is ImageSort.Newest or ImageSort.Oldest)];

    public ListMonthsValidator()
    {
        RuleFor(query => query.Sort).Must(sort => string.IsNullOrEmpty(sort) || ByDate.Contains(sort)).Refuse(sort => PageRules.UnknownSort(sort, ByDate));
        RuleFor(query => query.Search).MaximumLength(ImageName.MaxLength).Refuse(PageRules.SearchTooLong);
    }
}
