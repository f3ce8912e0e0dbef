using FluentValidation.Results;
using Piton.Application.Images.RenameImage;
using Piton.Application.Refusals;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Images.RenameImage;

public sealed class RenameImageValidatorTests
{
    [Theory]
    [InlineData("playa")]
    [InlineData("<b>\"'&")]
    public void Validate_WhenTheNameIsText_ShouldPass(string name) => Assert.True(Validate(name).IsValid);

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("\u200b")]
    public void Validate_WhenTheNameIsBlank_ShouldRefuse(string name) => Assert.Equal((ErrorCode.NameBlank, "name"), Refused.By(Validate(name)));

    [Fact]
    public void Validate_WhenThereIsNoName_ShouldSayThatThereIsNothingToChange() =>
        Assert.Equal("nothing_to_change", Refused.By(Validate(null)).Code.Text());

    [Fact]
    public void Validate_WhenTheNameIsTooLong_ShouldRefuseAndSayBothLengths()
    {
        var outcome = Validate(new string('a', ImageName.MaxLength + 7));

        Assert.Equal((ErrorCode.TextTooLong, "name"), Refused.By(outcome));
        Assert.Equal([ImageName.MaxLength + 7, ImageName.MaxLength], ((Refusal)outcome.Errors[0].CustomState).Arguments);
    }

    private static ValidationResult Validate(string? name) =>
        new RenameImageValidator().Validate(new RenameImageCommand(Actor.Anonymous, ImageId.New(), name));
}
