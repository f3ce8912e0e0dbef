using FluentValidation.Results;
using Piton.Application.Images;
using Piton.Application.Images.ShareImages;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Images.ShareImages;

public sealed class ShareImagesValidatorTests
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

    [Fact]
    public void Validate_WhenTheVisibilityIsOne_ShouldPass() => Assert.All(Visibilities.Names, name => Assert.True(Validate(1, name).IsValid));

    [Theory]
    [InlineData("")]
    [InlineData("Private")]
    [InlineData("private ")]
    [InlineData("2")]
    public void Validate_WhenTheVisibilityIsNone_ShouldRefuseAndSayWhichThereAre(string visibility)
    {
        var outcome = Validate(1, visibility);

        Assert.Equal((ErrorCode.UnknownVisibility, "visibility"), Refused.By(outcome));
        Assert.Equal([visibility, "public, unlisted, private"], ((Refusal)outcome.Errors[0].CustomState).Arguments);
    }

    private static ValidationResult Validate(int count, string visibility = "private") => new ShareImagesValidator().Validate(
        new ShareImagesCommand(Actors.Administrator, [.. Enumerable.Range(1, count).Select(i => new ImageId((UInt128)i))], visibility));
}
