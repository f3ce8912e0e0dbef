using FluentValidation;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Images.ListImages;

internal sealed class ListImagesValidator : AbstractValidator<ListImagesQuery>
{
    public ListImagesValidator()
    {
        RuleFor(query => query.Sort).Must(sort => ImageSorts.FromName(sort) is not null).Refuse(UnknownSort);
        RuleFor(query => query.After).Must((query, after) => IsCursor(after, query.Sort)).Refuse(PageRules.BadCursor);
        RuleFor(query => query.Limit).InclusiveBetween(1, ListImagesQuery.MaxLimit).Refuse(PageRules.BadLimit);
        RuleFor(query => query.Search).MaximumLength(ImageName.MaxLength).Refuse(SearchTooLong);
    }

    private static bool IsCursor(string? after, string? sort) =>
        ImageSorts.FromName(sort) is not { } known || PageRules.IsCursor(after, known);

    private static Refusal UnknownSort(string? sort) => new(
        ErrorCode.UnknownSort, "sort", "There is no sort {0}. There are: {1}.", sort ?? "", string.Join(", ", ImageSorts.Names));

    private static Refusal SearchTooLong(string? search) => NameRefusals.TooLong("q", "search", search?.Length ?? 0, ImageName.MaxLength);
}
