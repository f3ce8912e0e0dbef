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

    [Theory]
    [InlineData(null)]
    [InlineData("8e03978e-40d5-43dd-bc93-6894a57f9324")]
    [InlineData("!~")]
    public void Validate_WhenTheKeyIsOneOrNone_ShouldPass(string? key) => Assert.True(Validate("a.jpg", key).IsValid);

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\r\nb")]
    [InlineData("ñ")]
    [InlineData(256)]
    public void Validate_WhenTheKeyIsNone_ShouldSayWhatIsOne(object key) => Assert.Equal(
        (ErrorCode.BadIdempotencyKey, "Idempotency-Key"), Refused.By(Validate("a.jpg", key as string ?? new string('a', (int)key))));

    private static ValidationResult Validate(string fileName, string? key = null) => new UploadImageValidator().Validate(
        new UploadImageCommand(Actors.Administrator, fileName, Stream.Null, Task.FromResult(new UploadDetails()), key));
}
