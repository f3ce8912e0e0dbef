using FluentValidation;

namespace Piton.Application.Images.DownloadImages;

internal sealed class DownloadImagesValidator : AbstractValidator<DownloadImagesQuery>
{
    public DownloadImagesValidator()
    {
        RuleFor(query => query.Ids).MustBeSelection();
    }
}
