using FluentValidation;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Images.UploadImage;

internal sealed class UploadImageValidator : AbstractValidator<UploadImageCommand>
{
    public UploadImageValidator()
    {
        RuleFor(command => command.FileName)
            .MaximumLength(ImageName.MaxFileNameLength)
            .Refuse(name => NameRefusals.TooLong("file", "file name", name.Length, ImageName.MaxFileNameLength));
        RuleFor(command => command.Key)
            .Must(key => key is null || KeyRefusals.IsKey(key))
            .Refuse(_ => KeyRefusals.Malformed());
    }
}
