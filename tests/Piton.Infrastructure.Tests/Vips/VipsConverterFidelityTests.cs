using NetVips;
using Piton.Domain.Images;
using static Piton.Infrastructure.Tests.Vips.ConverterFixture;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Tests.Vips;

public sealed class VipsConverterFidelityTests(ConverterFixture fixture) : IClassFixture<ConverterFixture>
{
    private static readonly double[] Strong = [230, 40, 60];

    [Fact]
    public async Task ConvertAsync_WhenPngHasSixteenBits_ShouldScaleItsSamples()
    {
        var samples = new[] { 0, 64, 128, 200, 255 };
        foreach (var sample in samples)
        {
            var flat = (VipsImage.Black(64, 64, bands: 3) + (sample * 257)).Cast(Enums.BandFormat.Ushort);
            var source = flat.Copy(interpretation: Enums.Interpretation.Rgb16).PngsaveBuffer(bitdepth: 16);

            using var full = Decode((await fixture.ConvertAsync(source)).Renditions[0]);

            AssertColour([sample, sample, sample], full, 32, 32, tolerance: 3);
        }
    }

    [Fact]
    public async Task ConvertAsync_WhenGreyPngHasSixteenBitsAndAlpha_ShouldScaleBoth()
    {
        var flat = (VipsImage.Black(64, 64, bands: 2) + new double[] { 100 * 257, 128 * 257 }).Cast(Enums.BandFormat.Ushort);
        var source = flat.Copy(interpretation: Enums.Interpretation.Grey16).PngsaveBuffer(bitdepth: 16);

        using var full = Decode((await fixture.ConvertAsync(source)).Renditions[0]);

        AssertColour([100, 100, 100, 128], full, 32, 32, tolerance: 3);
    }

    [Fact]
    public async Task ConvertAsync_WhenPngHasSixteenBitsAndAlpha_ShouldScaleThemAll()
    {
        var flat = (VipsImage.Black(64, 64, bands: 4) + new double[] { 200 * 257, 100 * 257, 50 * 257, 128 * 257 }).Cast(Enums.BandFormat.Ushort);
        var source = flat.Copy(interpretation: Enums.Interpretation.Rgb16).PngsaveBuffer(bitdepth: 16);

        using var full = Decode((await fixture.ConvertAsync(source)).Renditions[0]);

        AssertColour([200, 100, 50, 128], full, 32, 32, tolerance: 4);
    }

    [Fact]
    public async Task ConvertAsync_WhenPaletteHasTransparency_ShouldKeepBoth()
    {
        var alpha = Pictures.Flat(200, 200, 255).Join(Pictures.Flat(200, 200, 0), Enums.Direction.Horizontal);
        var source = Pictures.Quadrants(400, 200).Bandjoin(alpha).PngsaveBuffer(palette: true);
        Assert.True(source.AsSpan().IndexOf("tRNS"u8) > 0, "It must have a palette.");

        using var full = Decode((await fixture.ConvertAsync(source)).Renditions[0]);

        AssertColour([.. Pictures.Red, 255], full, 100, 50);
        Assert.Equal((0, 0), (full.Getpoint(300, 50)[3], full.Getpoint(300, 150)[3]));
    }

    [Fact]
    public async Task ConvertAsync_WhenPngIsInterlaced_ShouldKeepThePicture()
    {
        AssertQuadrants(Decode((await fixture.ConvertAsync(Pictures.Quadrants(400, 200).PngsaveBuffer(interlace: true))).Renditions[0]));
    }

    [Fact]
    public async Task ConvertAsync_WhenAvifHasTenBits_ShouldScaleItsSamples()
    {
        using var deep = (Pictures.Quadrants(400, 200) * 257).Cast(Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Rgb16);
        var source = deep.HeifsaveBuffer(q: 90, bitdepth: 10, compression: Enums.ForeignHeifCompression.Av1, effort: 0);
        Assert.True(source.AsSpan().IndexOf((ReadOnlySpan<byte>)[.. "pixi"u8, 0, 0, 0, 0, 3, 10, 10, 10]) > 0, "It must have ten bits.");

        AssertQuadrants(Decode((await fixture.ConvertAsync(source)).Renditions[0]));
    }

    [Fact]
    public async Task ConvertAsync_WhenJpegIsGrey_ShouldStayGrey()
    {
        using var full = Decode((await fixture.ConvertAsync(Pictures.Flat(400, 300, 90).Encode("jpeg"))).Renditions[0]);

        AssertColour([90, 90, 90], full, 200, 150, tolerance: 3);
    }

    [Fact]
    public async Task ConvertAsync_WhenPngHasOneBit_ShouldKeepBlackAndWhite()
    {
        var source = Pictures.Flat(200, 100, 0).Join(Pictures.Flat(200, 100, 255), Enums.Direction.Horizontal).PngsaveBuffer(bitdepth: 1);

        using var full = Decode((await fixture.ConvertAsync(source)).Renditions[0]);

        AssertColour([0, 0, 0], full, 50, 50, tolerance: 4);
        AssertColour([255, 255, 255], full, 350, 50, tolerance: 4);
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("avif")]
    public async Task ConvertAsync_WhenProfileIsDisplayP3_ShouldShowTheSameColourInSrgb(string encoding)
    {
        using var wide = Pictures.Flat(400, 200, Strong).IccTransform("p3", inputProfile: "srgb");
        var stored = wide.Getpoint(10, 10);
        Assert.True(stored.Zip(Strong).Max(pair => Math.Abs(pair.First - pair.Second)) > 8, "The profile must matter.");

        var converted = await fixture.ConvertAsync(wide.Encode(encoding));

        Assert.All(converted.Renditions, rendition => AssertColour(Strong, Decode(rendition), 10, 10, tolerance: 4));
    }

    [Fact]
    public async Task ConvertAsync_WhenProfileIsSrgb_ShouldLeaveColoursAlone()
    {
        using var tagged = Pictures.Quadrants(400, 200).IccTransform("srgb", inputProfile: "srgb");
        Assert.True(tagged.Contains("icc-profile-data"));

        using var full = Decode((await fixture.ConvertAsync(tagged.Encode("png"))).Renditions[0]);

        AssertQuadrants(full);
    }

    [Fact]
    public async Task ConvertAsync_WhenProfileIsDamaged_ShouldIgnoreIt()
    {
        var source = Pictures.Quadrants(400, 200)
            .Mutate(image => image.Set(GValue.BlobType, "icc-profile-data", new byte[300]))
            .Encode("jpeg");

        AssertQuadrants(Decode((await fixture.ConvertAsync(source)).Renditions[0]));
    }

    [Theory]
    [InlineData(Enums.ForeignKeep.All)]
    [InlineData(Enums.ForeignKeep.None)]
    public async Task ConvertAsync_WhenJpegIsCmyk_ShouldComeCloseInSrgb(Enums.ForeignKeep keep)
    {
        double[] colour = [180, 90, 70];
        using var cmyk = Pictures.Flat(200, 200, colour).IccTransform("cmyk", inputProfile: "srgb");
        Assert.Equal(4, cmyk.Bands);

        using var full = Decode((await fixture.ConvertAsync(cmyk.JpegsaveBuffer(q: 95, keep: keep))).Renditions[0]);

        AssertColour(colour, full, 100, 100, tolerance: 12);
    }

    [Fact]
    public async Task ConvertAsync_WhenAlphaIsOpaque_ShouldDropIt()
    {
        var converted = await fixture.ConvertAsync(Pictures.Quadrants(400, 200).Bandjoin(255).Encode("png"));

        Assert.All(converted.Renditions, rendition => Assert.Equal(3, Decode(rendition).Bands));
        AssertQuadrants(Decode(converted.Renditions[0]));
    }

    [Fact]
    public async Task ConvertAsync_WhenAPixelIsTransparent_ShouldKeepAlpha()
    {
        var alpha = Pictures.Flat(200, 200, 255).Join(Pictures.Flat(200, 200, 0), Enums.Direction.Horizontal);
        var converted = await fixture.ConvertAsync(Pictures.Quadrants(400, 200).Bandjoin(alpha).Encode("png"));

        Assert.Equal(2, converted.Renditions.Count);
        Assert.All(converted.Renditions, rendition =>
        {
            using var decoded = Decode(rendition);
            Assert.Equal(4, decoded.Bands);
            AssertColour([.. Pictures.Red, 255], decoded, decoded.Width / 4, decoded.Height / 4);
            Assert.Equal(0, decoded.Getpoint(decoded.Width * 3 / 4, decoded.Height / 4)[3]);
        });
    }

    [Fact]
    public async Task ConvertAsync_WhenTransparentPixelsHaveAColour_ShouldNotLetItBleed()
    {
        using var red = Pictures.Flat(201, 200, [.. Pictures.Red, 255]);
        using var hiddenGreen = Pictures.Flat(200, 200, 0, 255, 0, 0);
        var converted = await fixture.ConvertAsync(red.Join(hiddenGreen, Enums.Direction.Horizontal).Encode("png"));

        using var small = Decode(Of(converted, RenditionName.W320));
        var edge = Enumerable.Range(0, small.Width).Select(x => small.Getpoint(x, 80)).Last(pixel => pixel[3] > 60);
        Assert.True(edge[1] < 70, $"The edge is {string.Join(' ', edge)}.");
    }

    [Fact]
    public async Task ConvertAsync_WhenSourceIsFullOfMetadata_ShouldLeaveNoneOfIt()
    {
        var source = Pictures.Quadrants(900, 450).IccTransform("p3", inputProfile: "srgb").Mutate(image =>
        {
            image.Set(GValue.GStrType, "exif-ifd0-ImageDescription", "payload (payload, ASCII, 8 components, 8 bytes)");
            image.Set(GValue.BlobType, "xmp-data", "<x:xmpmeta>payload</x:xmpmeta>"u8.ToArray());
            image.Set(GValue.BlobType, "iptc-data", "payload"u8.ToArray());
            image.Set(GValue.GStrType, "jpeg-comment", "payload");
        }).JpegsaveBuffer(q: 90, keep: Enums.ForeignKeep.All);
        Assert.True(source.AsSpan().IndexOf("payload"u8) > 0);

        var converted = await fixture.ConvertAsync(source);

        Assert.Equal(3, converted.Renditions.Count);
        Assert.All(converted.Renditions, rendition =>
        {
            Assert.Single(WebpChunks.Names(rendition.Content.Span));
            Assert.Equal(-1, rendition.Content.Span.IndexOf("payload"u8));
        });
    }
}
