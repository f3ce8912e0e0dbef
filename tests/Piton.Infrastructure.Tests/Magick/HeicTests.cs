using NetVips;
using Piton.Domain.Images;
using Piton.Infrastructure.Tests.Vips;
using static Piton.Infrastructure.Tests.Vips.ConverterFixture;

namespace Piton.Infrastructure.Tests.Magick;

public sealed class HeicTests(ConverterFixture fixture) : IClassFixture<ConverterFixture>
{
    [SkippableFact]
    public async Task ConvertAsync_WhenHeicWasTakenAskew_ShouldStandItUprightOnce()
    {
        using var upright = Pictures.Quadrants(480, 240);
        for (var orientation = 1; orientation <= 8; orientation++)
        {
            // As phones do it: EXIF says again what the boxes say, and is not to be obeyed as well.
            using var stored = Pictures.Stored(upright, orientation);
            var source = HeicBoxes.Turn(OutsideEncoder.Heic(stored.Encode("jpeg"), "-q", "90"), orientation);

            var inspected = await fixture.InspectAsync(source);
            var converted = await fixture.ConvertAsync(source);

            Assert.Equal(new ImageHeader(ImageFormat.Heic, 480, 240, 1), inspected.Header);
            Assert.All(converted.Renditions, rendition => AssertQuadrants(Decode(rendition)));
        }
    }

    [SkippableFact]
    public async Task ConvertAsync_WhenHeicHasTenBits_ShouldScaleItsSamples()
    {
        using var deep = (Pictures.Quadrants(400, 200) * 257).Cast(Enums.BandFormat.Ushort);
        var source = OutsideEncoder.Heic(
            deep.Copy(interpretation: Enums.Interpretation.Rgb16).PngsaveBuffer(bitdepth: 16), "-q", "95", "-b", "10");
        Assert.True(source.AsSpan().IndexOf((ReadOnlySpan<byte>)[.. "pixi"u8, 0, 0, 0, 0, 3, 10, 10, 10]) > 0, "It must have ten bits.");

        AssertQuadrants(Decode((await fixture.ConvertAsync(source)).Renditions[0]));
    }

    [SkippableFact]
    public async Task ConvertAsync_WhenHeicHasAlpha_ShouldKeepIt()
    {
        var alpha = Pictures.Flat(200, 200, 255).Join(Pictures.Flat(200, 200, 0), Enums.Direction.Horizontal);
        var source = OutsideEncoder.Heic(Pictures.Quadrants(400, 200).Bandjoin(alpha).Encode("png"), "-q", "95");

        using var full = Decode((await fixture.ConvertAsync(source)).Renditions[0]);

        AssertColour([.. Pictures.Red, 255], full, 100, 50);
        Assert.InRange(full.Getpoint(300, 50)[3], 0, 3);
    }

    [SkippableFact]
    public async Task ConvertAsync_WhenHeicHasAProfile_ShouldShowTheSameColourInSrgb()
    {
        using var wide = Pictures.Quadrants(400, 200).IccTransform("p3", inputProfile: "srgb");

        AssertQuadrants(Decode((await fixture.ConvertAsync(OutsideEncoder.Heic(wide.Encode("png"), "-q", "95"))).Renditions[0]));
    }

    [SkippableFact]
    public async Task ConvertAsync_WhenHeicHasSeveralPictures_ShouldTakeTheFirst()
    {
        var source = OutsideEncoder.Heic(Pictures.Quadrants(800, 400).Encode("png"), "-q", "95", "-t", "100");

        var converted = await fixture.ConvertAsync(source);

        Assert.Equal((800, 400, 1), (converted.Renditions[0].Facts.Width, converted.Renditions[0].Facts.Height, converted.Frames));
        AssertQuadrants(Decode(converted.Renditions[0]));
    }

    [SkippableFact]
    public async Task InspectAsync_WhenHeicClaimsToBeHuge_ShouldReadItsSizeAndRefuseItsPixels()
    {
        var source = Pictures.Quadrants(128, 64).Encode("heic");
        var extents = source.AsSpan().IndexOf("ispe"u8) + 8;
        source.AsSpan(extents, 8).Clear();
        (source[extents + 2], source[extents + 6]) = (0x3F, 0x3F);

        var inspected = await fixture.InspectAsync(source);

        Assert.Equal(new ImageHeader(ImageFormat.Heic, 0x3F00, 0x3F00, 1), inspected.Header);
        Assert.Equal(LimitKind.Pixels, new ImageLimits().Check(inspected.Header!)!.Kind);
    }

    [SkippableFact]
    public async Task ConvertAsync_WhenHeicHidesALargerPicture_ShouldRefuseIt()
    {
        var source = Pictures.Quadrants(1280, 640).Encode("heic");
        var extents = source.AsSpan().IndexOf("ispe"u8) + 8;
        source.AsSpan(extents, 8).Clear();
        (source[extents + 3], source[extents + 7]) = (64, 32);

        Assert.Null(await fixture.TryConvertAsync(source));
    }
}
