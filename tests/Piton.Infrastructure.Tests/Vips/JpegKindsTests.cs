using System.Buffers.Binary;
using NetVips;
using Piton.Domain.Images;
using static Piton.Infrastructure.Tests.Vips.ConverterFixture;

namespace Piton.Infrastructure.Tests.Vips;

public sealed class JpegKindsTests(ConverterFixture fixture) : IClassFixture<ConverterFixture>
{
    [Theory]
    [InlineData(Enums.ForeignSubsample.On)]
    [InlineData(Enums.ForeignSubsample.Off)]
    public async Task ConvertAsync_WhenJpegIsProgressive_ShouldKeepThePicture(Enums.ForeignSubsample subsampling)
    {
        var source = Pictures.Quadrants(400, 200).JpegsaveBuffer(q: 95, interlace: true, subsampleMode: subsampling);
        Assert.True(source.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC2]) > 0, "It must be progressive.");

        AssertQuadrants(Decode((await fixture.ConvertAsync(source)).Renditions[0]));
    }

    [SkippableTheory]
    [InlineData(0xC9)]
    [InlineData(0xCA)]
    public async Task ConvertAsync_WhenJpegIsArithmeticCoded_ShouldKeepThePicture(byte frame)
    {
        var source = OutsideEncoder.Jpeg(
            Pictures.Quadrants(400, 200).Encode("jpeg"), frame == 0xCA ? ["-arithmetic", "-progressive"] : ["-arithmetic"]);
        Assert.True(source.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, frame]) > 0, "It must be arithmetic-coded.");

        AssertQuadrants(Decode((await fixture.ConvertAsync(source)).Renditions[0]));
    }

    [Fact]
    public async Task ConvertAsync_WhenJpegHoldsSeveralPictures_ShouldTakeTheFirstAndNothingOfTheOthers()
    {
        // CIPA DC-007: the first picture names the others, which stand behind its end.
        var first = Pictures.Quadrants(400, 200).Encode("jpeg");
        var second = Pictures.Flat(1600, 800, Pictures.Blue).JpegsaveBuffer(q: 95, keep: Enums.ForeignKeep.None);
        byte[] index = [.. "MPF\0"u8, .. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x01, 0xB0, 4, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0];

        var source = WithSegment(first, 0xE2, index, behind: second);
        var converted = await fixture.ConvertAsync(source);

        Assert.Equal(new ImageHeader(ImageFormat.Jpeg, 400, 200, 1), (await fixture.InspectAsync(source)).Header);
        AssertQuadrants(Decode(converted.Renditions[0]));
        Assert.Equal(1, converted.Frames);
    }

    [Fact]
    public async Task ConvertAsync_WhenJpegIsUltraHdr_ShouldTakeItsStandardPicture()
    {
        // As phones write it: XMP names the gain map, the MPF segment says where it is, and it stands behind the end of the picture.
        var gain = Pictures.Flat(100, 50, 200).JpegsaveBuffer(q: 90, keep: Enums.ForeignKeep.None);
        byte[] xmp =
        [
            .. "http://ns.adobe.com/xap/1.0/\0"u8,
            .. "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"u8,
            .. "<rdf:Description xmlns:hdrgm='http://ns.adobe.com/hdr-gain-map/1.0/' hdrgm:Version='1.0'/></rdf:RDF></x:xmpmeta>"u8,
        ];
        var source = WithSegment(Pictures.Quadrants(400, 200).Encode("jpeg"), 0xE1, xmp, behind: gain);

        var converted = await fixture.ConvertAsync(source);

        AssertQuadrants(Decode(converted.Renditions[0]));
        Assert.All(converted.Renditions, rendition => Assert.Equal(-1, rendition.Content.Span.IndexOf("hdrgm"u8)));
    }

    private static byte[] WithSegment(byte[] jpeg, byte marker, byte[] content, byte[] behind)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(content.Length + 2));
        return [.. jpeg[..2], 0xFF, marker, .. length, .. content, .. jpeg[2..], .. behind];
    }
}
