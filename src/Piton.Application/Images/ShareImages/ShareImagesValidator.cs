using FluentValidation;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Images.ShareImages;

internal sealed class ShareImagesValidator : AbstractValidator<ShareImagesCommand>
{
    public ShareImagesValidator()
    {
        RuleFor(command => command.Ids).MustBeSelection();
        RuleFor(command => command.Visibility).Must(visibility => Visibilities.FromName(visibility) is not null).Refuse(VisibilityRefusals.Unknown);
    }
}
