using NetVips;
using Piton.Domain.Images;
using static Piton.Infrastructure.Tests.Vips.ConverterFixture;
using static Piton.Infrastructure.Tests.Vips.VipsConverterGraphicsTests;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Tests.Vips;

/// <summary>Animations keep every frame and every time, also those that an encoder would change.</summary>
public sealed class VipsConverterAnimationTimesTests(ConverterFixture fixture) : IClassFixture<ConverterFixture>
{
    [Theory]
    [InlineData(new[] { 0, 1, 2, 3 }, new[] { 0, 1, 2, 250 })]
    [InlineData(new[] { 0, 0, 0, 1, 1, 2 }, new[] { 3, 5, 0, 7, 11, 2 })]
    [InlineData(new[] { 2, 2 }, new[] { 4, 6 })]
    public async Task ConvertAsync_WhenFramesRepeatOrAreShort_ShouldKeepEachAsTheFileSays(int[] colours, int[] centiseconds)
    {
        var frames = colours.Zip(centiseconds, (colour, time) => TestGif.Frame(400, 300, colour, (byte)time)).SelectMany(bytes => bytes);
        byte[] source = [.. TestGif.Start(400, 300), .. TestGif.Loop(again: 0), .. frames, .. TestGif.Trailer];

        var converted = await fixture.ConvertAsync(source);

        Assert.Equal((colours.Length, ImageFormat.WebP), (converted.Frames, converted.Report.Format));
        Assert.Equal(2, converted.Renditions.Count);
        Assert.All(converted.Renditions, rendition =>
        {
            using var decoded = Decode(rendition);
            Assert.Equal(centiseconds.Select(time => time * 10), (int[])decoded.Get("delay"));
            Assert.Equal(0, (int)decoded.Get("loop"));
            for (var frame = 0; frame < colours.Length; frame++)
            {
                AssertColour(TestGif.Colours[colours[frame]], decoded, 5, frame * rendition.Facts.Height + 5);
            }
        });
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    [InlineData(9, 10)]
    public async Task ConvertAsync_WhenGifSaysHowOftenToPlay_ShouldSayTheSameInWebP(int? again, int plays)
    {
        byte[] loop = again is { } count ? TestGif.Loop((byte)count) : [];
        byte[] source =
        [
            .. TestGif.Start(400, 300), .. loop, .. TestGif.Frame(400, 300, 0, 9), .. TestGif.Frame(400, 300, 1, 9), .. TestGif.Trailer,
        ];

        var converted = await fixture.ConvertAsync(source);

        Assert.Equal(ImageFormat.WebP, converted.Report.Format);
        Assert.All(converted.Renditions, rendition => Assert.Equal(plays, (int)Decode(rendition).Get("loop")));
    }

    [Fact]
    public async Task ConvertAsync_WhenRepeatedFramesAreTransparent_ShouldShowThroughInEach()
    {
        using var half = Pictures.Flat(100, 80, 220, 30, 30, 255).Join(Pictures.Flat(100, 80, 0, 0, 0, 0), Enums.Direction.Horizontal);
        using var other = half.FlipHor();
        var source = Pictures.Animation([half, other, half], [50, 60, 70], 0).GifsaveBuffer();
        using var expected = VipsImage.NewFromBuffer(source, kwargs: new VOption { { "n", -1 } });

        var converted = await fixture.ConvertAsync(source);

        Assert.True(converted.Report.Lossless);
        AssertSame(expected, Decode(converted.Renditions[0]));
    }

    [Fact]
    public async Task ConvertAsync_WhenAnimationIsLong_ShouldMakeStillsOfTheSizesBeyondTheBudget()
    {
        // 120 frames of 1,000 × 800 are 96 megapixels; at 800 × 640 they are 61, at 320 × 256 ten.
        var first = TestGif.Frame(1000, 800, 0, 5);
        byte[] second = [.. TestGif.Frame(20, 20, 1, 5)];
        byte[] source = [.. TestGif.Start(1000, 800), .. TestGif.Loop(0), .. first, .. Enumerable.Repeat(second, 119).SelectMany(frame => frame), .. TestGif.Trailer];

        var converted = await fixture.ConvertAsync(source);

        Assert.Equal(120, converted.Frames);
        Assert.Equal(ConversionReason.AnimationTooLong, converted.Report.Reason);
        Assert.Equal([120, 1, 120], converted.Renditions.Select(FramesOf));
    }

    private static int FramesOf(EncodedRendition rendition)
    {
        using var decoded = Decode(rendition);
        return decoded.Height / rendition.Facts.Height;
    }
}
