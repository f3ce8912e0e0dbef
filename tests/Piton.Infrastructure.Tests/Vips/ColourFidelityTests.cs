using NetVips;
using static Piton.Infrastructure.Tests.Vips.ConverterFixture;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Tests.Vips;

/// <summary>Colours against libvips' own <c>icc_transform</c>, over a whole picture.</summary>
public sealed class ColourFidelityTests(ConverterFixture fixture) : IClassFixture<ConverterFixture>
{
    private const double MostMeanError = 2;

    [SkippableTheory]
    [InlineData("adobe", "jpeg")]
    [InlineData("adobe", "png")]
    [InlineData("adobe", "webp")]
    [InlineData("adobe", "avif")]
    [InlineData("adobe", "heic")]
    [InlineData("adobe", "jxl")]
    [InlineData("p3", "jpeg")]
    [InlineData("p3", "png")]
    [InlineData("p3", "webp")]
    [InlineData("p3", "avif")]
    [InlineData("p3", "heic")]
    [InlineData("p3", "jxl")]
    [InlineData("prophoto", "jpeg")]
    [InlineData("prophoto", "png")]
    [InlineData("prophoto", "webp")]
    [InlineData("prophoto", "avif")]
    [InlineData("prophoto", "heic")]
    [InlineData("prophoto", "jxl")]
    public async Task ConvertAsync_WhenGamutIsWide_ShouldShowTheSameColoursInSrgb(string gamut, string encoding)
    {
        using var stored = Gradient().Tagged(ProfileOf(gamut));
        using var expected = stored.IccTransform("srgb", embedded: true);
        Assert.True(MeanError(stored, expected) > 2 * MostMeanError, "The profile must matter.");

        await AssertAlikeAsync(expected, stored.Encode(encoding));
    }

    [Fact]
    public async Task ConvertAsync_WhenSixteenBitsHaveAProfile_ShouldShowTheSameColoursInSrgb()
    {
        using var gradient = Gradient();
        using var deep = (gradient * 257).Cast(Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Rgb16).Tagged(IccProfile.ProPhoto);
        using var expected = gradient.Tagged(IccProfile.ProPhoto).IccTransform("srgb", embedded: true);

        await AssertAlikeAsync(expected, deep.PngsaveBuffer(bitdepth: 16));
    }

    [SkippableTheory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("jxl")]
    public async Task ConvertAsync_WhenGreyHasAProfile_ShouldShowTheSameGreysInSrgb(string encoding)
    {
        using var stored = Gradient()[0].Copy(interpretation: Enums.Interpretation.Bw).Tagged(IccProfile.Grey);
        using var expected = stored.IccTransform("srgb", embedded: true);
        Assert.True(MeanError(stored, expected) > 2 * MostMeanError, "The profile must matter.");

        await AssertAlikeAsync(expected, stored.Encode(encoding));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ConvertAsync_WhenJpegIsCmyk_ShouldShowTheSameColoursInSrgb(bool hasProfile)
    {
        using var cmyk = Gradient().IccTransform("cmyk", inputProfile: "srgb");
        using var expected = cmyk.IccTransform("srgb", embedded: true);

        var source = cmyk.JpegsaveBuffer(q: 95, keep: hasProfile ? Enums.ForeignKeep.Icc : Enums.ForeignKeep.None);

        Assert.True(source.AsSpan().IndexOf("Adobe"u8) > 0, "Its samples must be the lack of ink, as Adobe's are.");
        await AssertAlikeAsync(expected, source);
    }

    /// <summary>Every hue and lightness, without an edge.</summary>
    private static VipsImage Gradient()
    {
        using var places = VipsImage.Xyz(512, 256);
        using var across = places[0] / 2;
        using var down = places[1];
        return across.Bandjoin([down, 255 - across * 0.5 - down * 0.25])
            .Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static byte[] ProfileOf(string gamut)
    {
        if (gamut == "p3")
        {
            using var wide = Pictures.Flat(1, 1, Pictures.Red).IccTransform("p3", inputProfile: "srgb");
            return (byte[])wide.Get("icc-profile-data");
        }

        return gamut == "adobe" ? IccProfile.AdobeRgb : IccProfile.ProPhoto;
    }

    private async Task AssertAlikeAsync(VipsImage expected, byte[] source)
    {
        using var full = Decode((await fixture.ConvertAsync(source)).Renditions[0]);

        Assert.InRange(MeanError(expected, full), 0, MostMeanError);
    }

    private static double MeanError(VipsImage expected, VipsImage actual)
    {
        using var colours = expected.Bands < actual.Bands ? expected.Colourspace(Enums.Interpretation.Srgb) : expected.Copy();
        using var difference = (colours - actual).Abs();
        return difference.Avg();
    }
}
