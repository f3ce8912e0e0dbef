using FluentValidation;
using Piton.Application.Images.ListImages;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Images.ListTrash;

internal sealed class ListTrashValidator : AbstractValidator<ListTrashQuery>
{
    public ListTrashValidator()
    {
        RuleFor(query => query.After).Must(after => PageRules.IsCursor(after, ImageSort.Newest)).Refuse(PageRules.BadCursor);
        RuleFor(query => query.Limit).InclusiveBetween(1, ListImagesQuery.MaxLimit).Refuse(PageRules.BadLimit);
    }
}
