using NetVips;
using Piton.Domain.Images;
using Piton.Infrastructure.Tests.Vips;
using static Piton.Infrastructure.Tests.Vips.ConverterFixture;

namespace Piton.Infrastructure.Tests.Magick;

public sealed class JxlTests(ConverterFixture fixture) : IClassFixture<ConverterFixture>
{
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ConvertAsync_WhenJxlWasTakenAskew_ShouldStandItUprightOnce(bool asJpegData)
    {
        using var upright = Pictures.Quadrants(480, 240);
        for (var orientation = 1; orientation <= 8; orientation++)
        {
            var jpeg = Pictures.Stored(upright, orientation).Encode("jpeg");
            var source = OutsideEncoder.Jxl(jpeg, asJpegData ? ["-j", "1"] : ["-j", "0", "-d", "0.5"]);

            var inspected = await fixture.InspectAsync(source);
            var converted = await fixture.ConvertAsync(source);

            Assert.Equal(new ImageHeader(ImageFormat.Jxl, 480, 240, 1), inspected.Header);
            Assert.All(converted.Renditions, rendition => AssertQuadrants(Decode(rendition)));
        }
    }

    [SkippableFact]
    public async Task ConvertAsync_WhenJxlHasSixteenBits_ShouldScaleItsSamples()
    {
        using var deep = (Pictures.Quadrants(400, 200) * 257).Cast(Enums.BandFormat.Ushort);
        var source = OutsideEncoder.Jxl(
            deep.Copy(interpretation: Enums.Interpretation.Rgb16).PngsaveBuffer(bitdepth: 16), "-d", "0");

        AssertQuadrants(Decode((await fixture.ConvertAsync(source)).Renditions[0]));
    }

    [SkippableTheory]
    [InlineData(Enums.ForeignKeep.All)]
    [InlineData(Enums.ForeignKeep.None)]
    public async Task ConvertAsync_WhenJxlIsGrey_ShouldStayGrey(Enums.ForeignKeep keep)
    {
        using var grey = Pictures.Flat(400, 300, 90);
        using var tagged = grey.Tagged(IccProfile.Grey);
        using var expected = keep == Enums.ForeignKeep.All ? tagged.IccTransform("srgb", embedded: true) : grey.Bandjoin([90, 90]);

        using var full = Decode((await fixture.ConvertAsync(OutsideEncoder.Jxl(tagged.PngsaveBuffer(keep: keep), "-d", "0"))).Renditions[0]);

        AssertColour(expected.Getpoint(0, 0), full, 200, 150, tolerance: 3);
    }

    [SkippableFact]
    public async Task ConvertAsync_WhenJxlHasAlpha_ShouldKeepIt()
    {
        var alpha = Pictures.Flat(200, 200, 255).Join(Pictures.Flat(200, 200, 0), Enums.Direction.Horizontal);

        using var full = Decode((await fixture.ConvertAsync(Pictures.Quadrants(400, 200).Bandjoin(alpha).Encode("jxl"))).Renditions[0]);

        AssertColour([.. Pictures.Red, 255], full, 100, 50);
        Assert.Equal(0, full.Getpoint(300, 50)[3]);
    }

    [SkippableTheory]
    [InlineData("0")]
    [InlineData("0.5")]
    public async Task ConvertAsync_WhenJxlHasAProfile_ShouldShowTheSameColourInSrgb(string distance)
    {
        using var wide = Pictures.Quadrants(400, 200).IccTransform("p3", inputProfile: "srgb");

        AssertQuadrants(Decode((await fixture.ConvertAsync(OutsideEncoder.Jxl(wide.Encode("png"), "-d", distance))).Renditions[0]));
    }

    [SkippableFact]
    public async Task ConvertAsync_WhenJxlMoves_ShouldTakeItsFirstFrame()
    {
        var gif = Pictures.Animation([Pictures.Quadrants(400, 200), Pictures.Flat(400, 200, Pictures.Blue)], [100, 100], 0).Encode("gif");

        var converted = await fixture.ConvertAsync(OutsideEncoder.Jxl(gif, "-d", "0"));

        Assert.Equal(1, converted.Frames);
        AssertQuadrants(Decode(converted.Renditions[0]));
    }
}
