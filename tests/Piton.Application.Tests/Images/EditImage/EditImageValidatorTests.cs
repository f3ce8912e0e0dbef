using FluentValidation.Results;
using Piton.Application.Images.EditImage;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Images.EditImage;

public sealed class EditImageValidatorTests
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

    [Theory]
    [InlineData("")]
    [InlineData("A beach")]
    public void Validate_WhenThereIsOnlyADescription_ShouldPass(string alt) => Assert.True(Validate(null, alt).IsValid);

    [Fact]
    public void Validate_WhenTheDescriptionIsTooLong_ShouldRefuse()
    {
        Assert.True(Validate(null, new string('a', Image.MaxAltLength)).IsValid);
        Assert.Equal((ErrorCode.TextTooLong, "alt"), Refused.By(Validate("playa", new string('a', Image.MaxAltLength + 1))));
    }

    [Fact]
    public void Validate_WhenThereIsNeither_ShouldSayThatThereIsNothingToChange() =>
        Assert.Equal("nothing_to_change", Refused.By(Validate(null)).Code.Text());

    [Fact]
    public void Validate_WhenTheNameIsTooLong_ShouldRefuseAndSayBothLengths()
    {
        var outcome = Validate(new string('a', ImageName.MaxLength + 7));

        Assert.Equal((ErrorCode.TextTooLong, "name"), Refused.By(outcome));
        Assert.Equal([ImageName.MaxLength + 7, ImageName.MaxLength], ((Refusal)outcome.Errors[0].CustomState).Arguments);
    }

    private static ValidationResult Validate(string? name, string? alt = null) =>
        new EditImageValidator().Validate(new EditImageCommand(Actors.Administrator, ImageId.New(), name, alt));
}
