using FluentValidation;

namespace Piton.Application.Images.RestoreImages;

internal sealed class RestoreImagesValidator : AbstractValidator<RestoreImagesCommand>
{
    public RestoreImagesValidator()
    {
        RuleFor(command => command.Ids).MustBeSelection();
    }
}
