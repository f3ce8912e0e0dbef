using FluentValidation;

namespace Piton.Extension.Sample.Colors.LibraryColors;

internal sealed class LibraryColorsValidator : AbstractValidator<LibraryColorsQuery>
{
    public LibraryColorsValidator()
    {
        RuleFor(query => query.Limit)
            .InclusiveBetween(1, LibraryColorsQuery.MaxLimit)
            .OverridePropertyName("limit")
            .WithErrorCode("sample_bad_limit")
            .WithMessage(query => $"The colours of 1 to {LibraryColorsQuery.MaxLimit} images can be counted, not of {query.Limit}.");
    }
}
