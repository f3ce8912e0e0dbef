using FluentValidation.Results;
using Piton.Application.Images.UploadImage;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Images.UploadImage;

public sealed class UploadImageValidatorTests
{
    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("a\0b\r\n.jpg")]
    [InlineData("COM1")]
    public void Validate_WhenTheFileNameIsAnyText_ShouldPass(string fileName) => Assert.True(Validate(fileName).IsValid);

    [Fact]
    public void Validate_WhenTheFileNameHasTheMostCharacters_ShouldPass() =>
        Assert.True(Validate(new string('a', ImageName.MaxFileNameLength)).IsValid);

    [Fact]
    public void Validate_WhenTheFileNameIsTooLong_ShouldRefuse() =>
        Assert.Equal((ErrorCode.TextTooLong, "file"), Refused.By(Validate(new string('a', ImageName.MaxFileNameLength + 1))));

    private static ValidationResult Validate(string fileName) => new UploadImageValidator().Validate(
        new UploadImageCommand(Actors.Administrator, fileName, Stream.Null, Task.FromResult(new UploadDetails())));
}
