using Piton.Domain.Images;

namespace Piton.Domain.Tests.Images;

public sealed class ImageLimitsTests
{
    private static readonly ImageLimits Small = new() { MaxSide = 100, MaxPixels = 5000, MaxFrames = 10, MaxTotalPixels = 20_000 };

    [Fact]
    public void Defaults_WhenNothingIsConfigured_ShouldBeThoseOfTheDesign()
    {
        var limits = new ImageLimits();

        Assert.Equal(
            (25_000_000, 50_000_000, 16_383, 300, 100_000_000),
            (limits.MaxFileBytes, limits.MaxPixels, limits.MaxSide, limits.MaxFrames, limits.MaxTotalPixels));
    }

    [Theory]
    [InlineData(101, 1, 1, LimitKind.Side, 100, 101)]
    [InlineData(1, 101, 1, LimitKind.Side, 100, 101)]
    [InlineData(100, 51, 1, LimitKind.Pixels, 5000, 5100)]
    [InlineData(10, 10, 11, LimitKind.Frames, 10, 11)]
    [InlineData(100, 50, 5, LimitKind.TotalPixels, 20_000, 25_000)]
    public void Check_WhenALimitIsBroken_ShouldSayWhichAndByWhat(
        int width, int height, int frames, LimitKind kind, long limit, long actual) =>
        Assert.Equal(new LimitBreach(kind, limit, actual), Small.Check(Header(width, height, frames)));

    [Theory]
    [InlineData(100, 50, 4)]
    [InlineData(50, 100, 1)]
    [InlineData(1, 1, 10)]
    public void Check_WhenAPictureJustKeepsTheLimits_ShouldSayNothing(int width, int height, int frames) =>
        Assert.Null(Small.Check(Header(width, height, frames)));

    [Fact]
    public void Check_WhenSeveralLimitsAreBroken_ShouldNameTheSideFirst() =>
        Assert.Equal(LimitKind.Side, Small.Check(Header(1000, 1000, 1000))!.Kind);

    [Fact]
    public void Check_WhenTheHeaderClaimsTheMost_ShouldNotOverflow()
    {
        var open = new ImageLimits { MaxSide = int.MaxValue, MaxFrames = int.MaxValue };

        Assert.Equal(
            new LimitBreach(LimitKind.Pixels, 50_000_000, (long)int.MaxValue * int.MaxValue),
            open.Check(Header(int.MaxValue, int.MaxValue, int.MaxValue)));
    }

    private static ImageHeader Header(int width, int height, int frames) => new(ImageFormat.Gif, width, height, frames);
}
