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
    public void Check_WhenNameIsBlank_ShouldSayBlank(string? name) => Assert.Equal(NameFlaw.Blank, ImageName.Check(name));

    [Theory]
    [InlineData("a")]
    [InlineData("../../etc/passwd")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("CON")]
    [InlineData("a\0b")]
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
    [InlineData("vacaciones.", "vacaciones")]
    [InlineData(".htaccess", ".htaccess")]
    [InlineData("../../x.png", "../../x")]
    [InlineData("C:\\fotos\\playa.gif", "C:\\fotos\\playa")]
    [InlineData("", ImageName.Untitled)]
    [InlineData("   .jpg", ImageName.Untitled)]
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

    [Property]
    public bool FromFileName_WhenFileNameIsAnything_ShouldGiveAName(string? fileName, ushort padding) =>
        ImageName.Check(ImageName.FromFileName(fileName + new string('x', padding % 1200))) is null;
}
