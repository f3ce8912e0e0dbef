using FluentValidation;

namespace Piton.Application.Images.DeleteImages;

internal sealed class DeleteImagesValidator : AbstractValidator<DeleteImagesCommand>
{
    public DeleteImagesValidator()
    {
        RuleFor(command => command.Ids).MustBeSelection();
    }
}
