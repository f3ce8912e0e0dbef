using NetVips;
using Piton.Infrastructure.Vips;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Tests.Vips;

public sealed class PlaceholderMakerTests
{
    [Fact]
    public void Make_WhenPictureIsFlat_ShouldGiveItsColour() =>
        Assert.Equal("#1e2fd2", ColourOf(Pictures.Flat(200, 100, 0x1e, 0x2f, 0xd2)));

    [Fact]
    public void Make_WhenPictureIsGrey_ShouldGiveItsGrey() => Assert.Equal("#5a5a5a", ColourOf(Pictures.Flat(200, 100, 0x5a)));

    [Fact]
    public void Make_WhenHalfIsBlackAndHalfWhite_ShouldGiveTheMean() =>
        Assert.Equal("#808080", ColourOf(Beside(Pictures.Flat(20, 40, 0, 0, 0), Pictures.Flat(20, 40, 255, 255, 255))));

    [Fact]
    public void Make_WhenHalfIsTransparent_ShouldCountOnlyWhatIsSeen() =>
        Assert.Equal("#c80000", ColourOf(Beside(Pictures.Flat(20, 40, 200, 0, 0, 255), Pictures.Flat(20, 40, 0, 250, 0, 0))));

    [Fact]
    public void Make_WhenNothingIsSeen_ShouldGiveBlack() => Assert.Equal("#000000", ColourOf(Pictures.Flat(20, 20, 200, 100, 50, 0)));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(320, 1)]
    [InlineData(1, 5000)]
    public void Make_WhenPictureHasAnyShape_ShouldGiveAHash(int width, int height)
    {
        using var frames = new FrameStrip(Pictures.Flat(width, height, 10, 20, 30));

        Assert.InRange(Convert.FromBase64String(PlaceholderMaker.Make(frames).ThumbHash).Length, 5, 25);
    }

    private static VipsImage Beside(VipsImage left, VipsImage right) => left.Join(right, Enums.Direction.Horizontal);

    private static string ColourOf(VipsImage picture)
    {
        using var frames = new FrameStrip(picture);
        return PlaceholderMaker.Make(frames).Color;
    }
}
