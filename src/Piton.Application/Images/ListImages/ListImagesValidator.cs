using FluentValidation;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Images.ListImages;

internal sealed class ListImagesValidator : AbstractValidator<ListImagesQuery>
{
    public ListImagesValidator()
    {
        RuleFor(query => query.Sort).Must(sort => ImageSorts.FromName(sort) is not null).Refuse(sort => PageRules.UnknownSort(sort, ImageSorts.Names));
        RuleFor(query => query.Whose).Must(whose => WhoseNames.FromName(whose) is not null).Refuse(PageRules.UnknownWhose);
        RuleFor(query => query.After).Must((query, after) => IsCursor(after, query.Sort)).Refuse(PageRules.BadCursor);
        RuleFor(query => query.Limit).InclusiveBetween(1, ListImagesQuery.MaxLimit).Refuse(PageRules.BadLimit);
        RuleFor(query => query.Search).MaximumLength(ImageName.MaxLength).Refuse(PageRules.SearchTooLong);
    }

    private static bool IsCursor(string? after, string? sort) =>
        ImageSorts.FromName(sort) is not { } known || PageRules.IsCursor(after, known);
}
