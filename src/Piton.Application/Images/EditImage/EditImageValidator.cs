using FluentValidation;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Images.EditImage;

internal sealed class EditImageValidator : AbstractValidator<EditImageCommand>
{
    public EditImageValidator()
    {
        RuleFor(command => command.Name)
            .Must((command, name) => name is null ? command.Alt is not null || command.Visibility is not null : ImageName.Check(name) is null)
            .Refuse(name => NameRefusals.For(name, "name"));
        RuleFor(command => command.Alt)
            .MaximumLength(Image.MaxAltLength)
            .Refuse(alt => NameRefusals.AltTooLong(alt!.Length));
        RuleFor(command => command.Visibility)
            .Must(visibility => visibility is null || Visibilities.FromName(visibility) is not null)
            .Refuse(visibility => VisibilityRefusals.Unknown(visibility!));
    }
}
