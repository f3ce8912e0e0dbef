using Piton.Web.Models;

namespace Piton.Web.Tests.Models;

public sealed class TileTests
{
    [Theory]
    [InlineData(3000, 2000, "--r:1.5;--c:#336699")]
    [InlineData(9000, 300, "--r:3;--c:#336699")]
    [InlineData(300, 9000, "--r:0.5;--c:#336699")]
    [InlineData(64, 64, "--r:1;--c:var(--mat);--f:scale-down")]
    public void Style_WhenPictureHasThatShape_ShouldSayItWithinBounds(int width, int height, string style)
    {
        Assert.Equal(style, new Tile(PictureFactory.Create(width, height)).Style);
    }

    [Fact]
    public void SrcSet_WhenThereAreSeveralRenditions_ShouldOfferTheSmallOnes()
    {
        var image = PictureFactory.Create(2000, 1000);
        var tile = new Tile(image);

        Assert.Equal($"/uploads/{image.Id}/w320", tile.Src);
        Assert.Equal($"/uploads/{image.Id}/w320 320w,/uploads/{image.Id}/w800 800w", tile.SrcSet);
        Assert.Equal("(max-width:40em) 140px,500px", tile.Sizes);
    }

    [Fact]
    public void SrcSet_WhenTheUsefulSizeIsMissing_ShouldOfferTheNextLargerOne()
    {
        var whole = PictureFactory.Create(2000, 1000);
        var image = whole with { Renditions = [.. whole.Renditions.Where(rendition => rendition.Width != 800)] };

        Assert.Equal($"/uploads/{image.Id}/w320 320w,/uploads/{image.Id}/w1600 1600w", new Tile(image).SrcSet);
    }

    [Fact]
    public void SrcSet_WhenThereIsOnlyOneRendition_ShouldBeAbsent()
    {
        var tile = new Tile(PictureFactory.Create(200, 100));

        Assert.Null(tile.SrcSet);
        Assert.Null(tile.Sizes);
        Assert.Equal((200, 100), (tile.Width, tile.Height));
    }
}
