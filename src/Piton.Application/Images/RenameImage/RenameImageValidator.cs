using FluentValidation;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Images.RenameImage;

internal sealed class RenameImageValidator : AbstractValidator<RenameImageCommand>
{
    public RenameImageValidator()
    {
        RuleFor(command => command.Name)
            .Must(name => ImageName.Check(name) is null)
            .Refuse(name => NameRefusals.For(name, "name"));
    }
}
