using FluentValidation.Results;
using Piton.Application.Images;
using Piton.Application.Images.DeleteImages;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Images.DeleteImages;

public sealed class DeleteImagesValidatorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(SelectionRules.MaxImages)]
    public void Validate_WhenSomeAreSelected_ShouldPass(int count) => Assert.True(Validate(count).IsValid);

    [Fact]
    public void Validate_WhenNothingIsSelected_ShouldRefuse() => Assert.Equal((ErrorCode.NothingSelected, "ids"), Refused.By(Validate(0)));

    [Fact]
    public void Validate_WhenTooManyAreSelected_ShouldRefuse() =>
        Assert.Equal((ErrorCode.TooManySelected, "ids"), Refused.By(Validate(SelectionRules.MaxImages + 1)));

    private static ValidationResult Validate(int count) =>
        new DeleteImagesValidator().Validate(new DeleteImagesCommand(Actors.Administrator, [.. Enumerable.Range(1, count).Select(i => new ImageId((UInt128)i))]));
}
