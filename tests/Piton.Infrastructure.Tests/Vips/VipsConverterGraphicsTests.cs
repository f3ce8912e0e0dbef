using NetVips;
using Piton.Domain.Images;
using static Piton.Infrastructure.Tests.Vips.ConverterFixture;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Tests.Vips;

/// <summary>How pictures are encoded: decided by their pixels, and judged by them.</summary>
public sealed class VipsConverterGraphicsTests(ConverterFixture fixture) : IClassFixture<ConverterFixture>
{
    [Fact]
    public async Task ConvertAsync_WhenPictureIsDrawn_ShouldNotChangeAPixel()
    {
        using var picture = Stripes(900, 500);

        var converted = await fixture.ConvertAsync(picture.Encode("png"));

        AssertIsLossless(converted.Report);
        AssertSame(picture, Decode(converted.Renditions[0]));
    }

    [Fact]
    public async Task ConvertAsync_WhenDrawnPictureHasAlpha_ShouldKeepEvenHiddenColours()
    {
        var alpha = Pictures.Flat(450, 500, 255).Join(Pictures.Flat(450, 500, 0), Enums.Direction.Horizontal);
        using var picture = Stripes(900, 500).Bandjoin(alpha);

        var converted = await fixture.ConvertAsync(picture.Encode("png"));

        AssertIsLossless(converted.Report);
        AssertSame(picture, Decode(converted.Renditions[0]));
    }

    [Fact]
    public async Task ConvertAsync_WhenPngHasSixteenBits_ShouldBeLosslessOfWhatItShowsInEight()
    {
        using var eight = Stripes(400, 200);
        using var sixteen = (eight.Cast(Enums.BandFormat.Ushort) * 257).Cast(Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Rgb16);

        var converted = await fixture.ConvertAsync(sixteen.PngsaveBuffer(bitdepth: 16));

        AssertIsLossless(converted.Report);
        AssertSame(eight, Decode(converted.Renditions[0]));
    }

    [Fact]
    public async Task ConvertAsync_WhenOpaqueAlphaComesWithAPhotograph_ShouldEncodeItAsOne()
    {
        using var photograph = Photograph(600, 400);

        var with = await fixture.ConvertAsync(photograph.Bandjoin(255).Encode("png"));
        var without = await fixture.ConvertAsync(photograph.Encode("png"));

        Assert.Equal(without.Renditions[0].Content.ToArray(), with.Renditions[0].Content.ToArray());
        Assert.Equal((false, 85), (with.Report.Lossless, with.Report.Quality));
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    public async Task ConvertAsync_WhenPictureIsAPhotograph_ShouldBeEncodedOnceAndLossy(string encoding)
    {
        using var photograph = Photograph(600, 400);
        var source = photograph.Encode(encoding);

        var converted = await fixture.ConvertAsync(source);

        Assert.Equal(
            (ConversionVerdict.Converted, ImageFormat.WebP, false, 85, (ConversionReason?)null),
            (converted.Report.Verdict, converted.Report.Format, converted.Report.Lossless, converted.Report.Quality, converted.Report.Reason));
        using var decoded = VipsImage.NewFromBuffer(source);
        Assert.Equal(decoded.WebpsaveBuffer(q: 85, effort: 4, keep: Enums.ForeignKeep.None), converted.Renditions[0].Content.ToArray());
    }

    [Fact]
    public async Task ConvertAsync_WhenPhotographHasAlpha_ShouldBeLossyWhereThatIsSmaller()
    {
        using var photograph = Photograph(600, 400);
        using var alpha = Pictures.Flat(300, 400, 255).Join(Pictures.Flat(300, 400, 90), Enums.Direction.Horizontal);

        var converted = await fixture.ConvertAsync(photograph.Bandjoin(alpha).Encode("png"));

        Assert.Equal((false, 85), (converted.Report.Lossless, converted.Report.Quality));
        using var full = Decode(converted.Renditions[0]);
        Assert.Equal([255, 90], [full.Getpoint(100, 200)[3], full.Getpoint(500, 200)[3]]);
    }

    [Fact]
    public async Task ConvertAsync_WhenSmallerSizesWouldWeighMore_ShouldLeaveThemOut()
    {
        // Lines of one pixel cost next to nothing, and blurred by resizing they cost a lot.
        using var picture = Lines(1700, 1300);

        var converted = await fixture.ConvertAsync(picture.Encode("png"));

        AssertIsLossless(converted.Report);
        var full = converted.Renditions[0].Content.Length;
        Assert.True(converted.Renditions.Count < 4);
        Assert.All(converted.Renditions, rendition => Assert.InRange(rendition.Content.Length, 1, Math.Max(full, 4096)));
    }

    [Fact]
    public async Task ConvertAsync_WhenOnlyALowerQualityFits_ShouldTakeTheHighestThatDoes()
    {
        using var photograph = Photograph(600, 400);
        using var turned = Pictures.Stored(photograph, 6);
        var source = turned.JpegsaveBuffer(q: 40);
        var usual = photograph.WebpsaveBuffer(q: 85);
        Assert.True(usual.Length > source.Length, $"{usual.Length} and {source.Length}: the test needs a source that is smaller.");

        var converted = await fixture.ConvertAsync(source);

        Assert.Equal(
            (ConversionVerdict.Converted, ConversionReason.QualityLowered), (converted.Report.Verdict, converted.Report.Reason));
        Assert.True(converted.Report.SavedBytes >= 0);
        var quality = converted.Report.Quality!.Value;
        Assert.Contains(quality, new[] { 60, 65, 70, 75, 80 });
        using var upright = VipsImage.NewFromBuffer(source).CopyMemory().Autorot();
        Assert.Equal(upright.WebpsaveBuffer(q: quality, effort: 4, keep: Enums.ForeignKeep.None), converted.Renditions[0].Content.ToArray());
        Assert.True(upright.WebpsaveBuffer(q: quality + 5, effort: 4, keep: Enums.ForeignKeep.None).Length > source.Length);
    }

    [Fact]
    public async Task ConvertAsync_WhenNothingFits_ShouldTakeTheSmallestAndSaySo()
    {
        using var photograph = Photograph(600, 400);
        var source = photograph.HeifsaveBuffer(q: 10, compression: Enums.ForeignHeifCompression.Av1, effort: 2);

        var converted = await fixture.ConvertAsync(source);

        Assert.Equal((ConversionReason.LargerThanSource, 60), (converted.Report.Reason, converted.Report.Quality));
        Assert.True(converted.Report.SavedBytes < 0);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(32, 32)]
    public async Task ConvertAsync_WhenPngIsTiny_ShouldNotGrow(int width, int height)
    {
        var converted = await fixture.ConvertAsync(Pictures.Noise(width, height, seed: 3).Encode("png"));

        Assert.True(converted.Report.SavedBytes >= 0, $"{converted.Report}");
    }

    /// <summary>Soft shapes with grain, as cameras see them.</summary>
    internal static VipsImage Photograph(int width, int height)
    {
        var shapes = VipsImage.Perlin(width, height, cellSize: 128, seed: 5) * 80 + 128;
        var light = VipsImage.Perlin(width, height, cellSize: 64, seed: 6) * 30;
        var grain = VipsImage.Gaussnoise(width, height, sigma: 4, mean: 0, seed: 7);
        return (shapes + grain).Bandjoin(shapes + light + grain, shapes - light + grain)
            .Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static VipsImage Stripes(int width, int height)
    {
        var picture = Pictures.Quadrants(width, height).Copy();
        return picture.Mutate(image =>
        {
            for (var index = 0; index < 60; index++)
            {
                image.DrawRect([index * 4 % 256, index * 7 % 256, 200], index * 37 % width, index * 91 % height, 3 + index % 9, 40);
            }
        });
    }

    private static VipsImage Lines(int width, int height)
    {
        using var column = VipsImage.Xyz(width, height)[0];
        using var row = VipsImage.Xyz(width, height)[1];
        using var line = (column * 7 + row * 3) % 17 < 1;
        return line.Bandjoin(line, line).Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static void AssertIsLossless(ConversionReport report) =>
        Assert.Equal((true, null, (ConversionReason?)null), (report.Lossless, report.Quality, report.Reason));

    internal static void AssertSame(VipsImage expected, VipsImage actual)
    {
        Assert.Equal((expected.Width, expected.Height, expected.Bands), (actual.Width, actual.Height, actual.Bands));
        using var difference = (expected - actual).Abs();
        Assert.Equal(0, difference.Max());
    }
}
