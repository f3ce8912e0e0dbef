using FsCheck.Xunit;
using Piton.Domain.Images;

namespace Piton.Domain.Tests.Images;

public sealed class ImageNameTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("\u00a0\u2003")]
    [InlineData("\u200b")]
    [InlineData("\ufeff\u00ad \u202e\u2028")]
    [InlineData("\u0001\u0007")]
    [InlineData("\U000e0001\uffff")]
    public void Check_WhenNameIsBlank_ShouldSayBlank(string? name) => Assert.Equal(NameFlaw.Blank, ImageName.Check(name));

    [Theory]
    [InlineData("a")]
    [InlineData("../../etc/passwd")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("CON")]
    [InlineData("a\0b")]
    [InlineData("\u200ba")]
    [InlineData("\ud800")]
    [InlineData("\u202etxt.exe")]
    [InlineData("写真 📷")]
    public void Check_WhenNameIsAnyText_ShouldAcceptIt(string name) => Assert.Null(ImageName.Check(name));

    [Fact]
    public void Check_WhenNameHasTheMostCharacters_ShouldAcceptIt() => Assert.Null(ImageName.Check(new string('a', ImageName.MaxLength)));

    [Fact]
    public void Check_WhenNameHasOneCharacterMore_ShouldSayTooLong() =>
        Assert.Equal(NameFlaw.TooLong, ImageName.Check(new string('a', ImageName.MaxLength + 1)));

    [Theory]
    [InlineData("vacaciones.jpg", "vacaciones")]
    [InlineData("a.b.c.png", "a.b.c")]
    [InlineData("vacaciones", "vacaciones")]
    [InlineData("vacaciones.", "vacaciones.")]
    [InlineData("../../../etc/passwd", "../../../etc/passwd")]
    [InlineData("..", "..")]
    [InlineData("Mr. Smith on the beach", "Mr. Smith on the beach")]
    [InlineData("Mr.Smith/on", "Mr.Smith/on")]
    [InlineData("3.14", "3.14")]
    [InlineData("clip.mp4", "clip")]
    [InlineData("x.JPEG", "x")]
    [InlineData("x.jpeg2000", "x.jpeg2000")]
    [InlineData("x.ñ", "x.ñ")]
    [InlineData("x.jpg ", "x.jpg ")]
    [InlineData(".jpg", ".jpg")]
    [InlineData(".htaccess", ".htaccess")]
    [InlineData("../../x.png", "../../x")]
    [InlineData("C:\\fotos\\playa.gif", "C:\\fotos\\playa")]
    [InlineData("", ImageName.Untitled)]
    [InlineData("   .jpg", ImageName.Untitled)]
    [InlineData("\u200b.jpg", ImageName.Untitled)]
    public void FromFileName_WhenFileHasAName_ShouldTakeItWithoutTheExtension(string fileName, string name) =>
        Assert.Equal(name, ImageName.FromFileName(fileName));

    [Fact]
    public void FromFileName_WhenStemIsTooLong_ShouldCutIt()
    {
        var name = ImageName.FromFileName(new string('a', 999) + ".jpg");

        Assert.Equal(new string('a', ImageName.MaxLength), name);
    }

    [Fact]
    public void FromFileName_WhenTheCutFallsIntoASurrogatePair_ShouldLeaveThePairOut()
    {
        var name = ImageName.FromFileName(new string('a', ImageName.MaxLength - 1) + "📷📷.jpg");

        Assert.Equal(new string('a', ImageName.MaxLength - 1), name);
    }

    [Fact]
    public void FromFileName_WhenWhatIsLeftOfTheCutCannotBeSeen_ShouldGiveTheUsualName() =>
        Assert.Equal(ImageName.Untitled, ImageName.FromFileName(new string('\u200b', ImageName.MaxLength) + "a.jpg"));

    [Property]
    public bool FromFileName_WhenFileNameIsAnything_ShouldGiveAName(string? fileName, ushort padding) =>
        ImageName.Check(ImageName.FromFileName(fileName + new string('x', padding % 1200))) is null;
}
