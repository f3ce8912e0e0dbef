using System.Text;
using Piton.Domain.Images;
using static Piton.Infrastructure.Tests.Vips.ConverterFixture;

namespace Piton.Infrastructure.Tests.Vips;

public sealed class VipsConverterDamageTests(ConverterFixture fixture) : IClassFixture<ConverterFixture>
{
    [SkippableTheory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("gif")]
    [InlineData("webp")]
    [InlineData("avif")]
    [InlineData("bmp")]
    [InlineData("heic")]
    [InlineData("jxl")]
    public async Task ConvertAsync_WhenFileEndsEarly_ShouldGiveNothing(string encoding)
    {
        var whole = Pictures.Noise(300, 200, seed: 1).Encode(encoding);
        Assert.NotNull(await fixture.TryConvertAsync(whole));

        foreach (var part in new[] { 0.1, 0.5, 0.9, 0.98 })
        {
            Assert.Null(await fixture.TryConvertAsync(whole[..(int)(whole.Length * part)]));
        }
    }

    [Fact]
    public async Task ConvertAsync_WhenJpegLacksPixelsAndWouldGrow_ShouldGiveNothing()
    {
        var jpeg = Pictures.Noise(2000, 1500, seed: 1).Encode("jpeg");

        Assert.Null(await fixture.TryConvertAsync(EndedAfter(jpeg, codedBytes: 20)));
    }

    [Fact]
    public async Task ConvertAsync_WhenJpegLacksPixelsAndShrinks_ShouldForgiveIt()
    {
        var jpeg = Pictures.Noise(300, 200, seed: 1).Encode("jpeg");

        Assert.NotNull(await fixture.TryConvertAsync(EndedAfter(jpeg, codedBytes: jpeg.Length / 2)));
    }

    [Theory]
    [InlineData("tiff", "image/tiff")]
    public async Task InspectAsync_WhenFormatIsNotTaken_ShouldSayWhatItIs(string encoding, string mediaType)
    {
        var result = await fixture.InspectAsync(Pictures.Quadrants(20, 20).Encode(encoding));

        Assert.Equal(new InspectResult(InspectOutcome.UnsupportedType, null, mediaType), result);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "image/svg+xml")]
    [InlineData("<!DOCTYPE html><html><script>alert(1)</script>", "text/html")]
    [InlineData("these are words, whatever the name says", "text/plain")]
    [InlineData("\u0003\u0093\u00F1\u00FE\u0001\u0080", null)]
    [InlineData("", null)]
    public async Task InspectAsync_WhenItIsNoPicture_ShouldSayWhatItIs(string content, string? mediaType)
    {
        var result = await fixture.InspectAsync(Encoding.Latin1.GetBytes(content));

        Assert.Equal(new InspectResult(InspectOutcome.UnsupportedType, null, mediaType), result);
    }

    [Theory]
    [InlineData("\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF\0")]
    [InlineData("\u0089PNG\r\n\u001A\n\0\0\0\rIHDR")]
    [InlineData("GIF89a\u0001\0")]
    [InlineData("RIFF\u0024\0\0\0WEBPVP8 garbage")]
    [InlineData("\0\0\0\u0014ftypavif\0\0\0\0avif")]
    [InlineData("\0\0\0\u0014ftypheic\0\0\0\0heic")]
    [InlineData("\u00FF\u000A\0\0")]
    [InlineData("\0\0\0\u000CJXL \r\n\u0087\n")]
    [InlineData("\0\0\0\u000CJXL \r\n\u0087\n\0\0\0\u000Ajxlp\0\0")]
    [InlineData("BM\u003A\0\0\0\0\0\0\0\u0036\0\0\0\u0028\0\0\0")]
    public async Task InspectAsync_WhenOnlyTheFirstBytesFit_ShouldSayBroken(string content)
    {
        var result = await fixture.InspectAsync([.. Encoding.Latin1.GetBytes(content), .. new byte[40]]);

        Assert.Equal(InspectOutcome.Broken, result.Outcome);
        Assert.Null(result.Header);
    }

    [Fact]
    public async Task InspectAsync_WhenPixelsAreMissing_ShouldStillReadTheHeader()
    {
        // A one-bit PNG of 16,383 pixels a side, cut off where its pixels begin: reading it proves that no pixel was asked for.
        using var small = Pictures.Flat(64, 64, 0);
        var png = small.PngsaveBuffer(bitdepth: 1);
        var pixelsAt = png.AsSpan().IndexOf("IDAT"u8);
        var header = WithSize(png[..(pixelsAt + 12)], 16_383);

        var result = await fixture.InspectAsync(header);

        Assert.Equal(new ImageHeader(ImageFormat.Png, 16_383, 16_383, 1), result.Header);
        Assert.Null(await fixture.TryConvertAsync(WithSize(png, 16_383)));
    }

    [Fact]
    public async Task ConvertAsync_WhenHeaderNamesAnotherFormat_ShouldGiveNothing()
    {
        var png = Pictures.Quadrants(20, 20).Encode("png");

        var converted = await ConverterFixture.ConvertAsync(new MemoryStream(png), new ImageHeader(ImageFormat.Jpeg, 20, 20, 1), default);

        Assert.Null(converted);
    }

    [Fact]
    public async Task ConvertAsync_WhenRubbishFollowsThePicture_ShouldDropIt()
    {
        byte[] source = [.. Pictures.Quadrants(200, 100).Encode("jpeg"), .. "<?php payload ?>"u8];

        var converted = await fixture.ConvertAsync(source);

        AssertQuadrants(Decode(converted.Renditions[0]));
        Assert.Equal(-1, converted.Renditions[0].Content.Span.IndexOf("payload"u8));
    }

    [Fact]
    public async Task ConvertAsync_WhenStreamFails_ShouldLetTheFaultThrough()
    {
        var header = new ImageHeader(ImageFormat.Jpeg, 20, 20, 1);

        var fault = await Assert.ThrowsAsync<IOException>(() => ConverterFixture.ConvertAsync(new FailingStream(), header, default));

        Assert.Equal(FailingStream.FaultMessage, fault.Message);
    }

    [Fact]
    public async Task ConvertAsync_WhenPngMoves_ShouldTakeItsDefaultPictureAlone()
    {
        // PNG 3, 11.3.5: the default picture stands in IDAT; the frames behind it, in fdAT, are another one.
        var still = Pictures.Quadrants(400, 200).PngsaveBuffer(keep: NetVips.Enums.ForeignKeep.None);
        var moving = Pictures.Flat(400, 200, Pictures.Blue).PngsaveBuffer(keep: NetVips.Enums.ForeignKeep.None);
        var data = moving.AsSpan().IndexOf("IDAT"u8);
        var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(moving.AsSpan(data - 4));
        var pixelsAt = still.AsSpan().IndexOf("IDAT"u8) - 4;
        byte[] Moving(byte frames) =>
        [
            .. still[..pixelsAt],
            .. Chunk([.. "acTL"u8, 0, 0, 0, frames, 0, 0, 0, 0]),
            .. still[pixelsAt..^12],
            .. Chunk([.. "fcTL"u8, 0, 0, 0, 0, 0, 0, 1, 0x90, 0, 0, 0, 200, .. new byte[8], 0, 1, 0, 10, 0, 0]),
            .. Chunk([.. "fdAT"u8, 0, 0, 0, 1, .. moving[(data + 4)..(data + 4 + length)]]),
            .. still[^12..],
        ];

        var inspected = await fixture.InspectAsync(Moving(2));
        var converted = await fixture.ConvertAsync(Moving(2));

        Assert.Equal(new ImageHeader(ImageFormat.Png, 400, 200, 1), inspected.Header);
        Assert.Equal(1, converted.Frames);
        Assert.Equal(ConversionReason.StillOfAnimation, converted.Report.Reason);
        Assert.NotEqual(ConversionReason.StillOfAnimation, (await fixture.ConvertAsync(Moving(1))).Report.Reason);
        Assert.NotEqual(ConversionReason.StillOfAnimation, (await fixture.ConvertAsync(still)).Report.Reason);
        AssertQuadrants(Decode(converted.Renditions[0]));
    }

    [SkippableTheory]
    [InlineData("jpeg", 16_384, 2)]
    [InlineData("png", 16_384, 2)]
    [InlineData("gif", 16_384, 2)]
    [InlineData("avif", 16_384, 2)]
    [InlineData("bmp", 16_384, 2)]
    [InlineData("heic", 16_384, 64)]
    [InlineData("jxl", 16_384, 2)]
    public async Task InspectAsync_WhenASideIsTooLong_ShouldGiveWhatTheRefusalNeeds(string encoding, int width, int height)
    {
        var inspected = await fixture.InspectAsync(Pictures.Flat(width, height, Pictures.Green).Encode(encoding));

        Assert.Equal(new LimitBreach(LimitKind.Side, 16_383, 16_384), new ImageLimits().Check(inspected.Header!));
    }

    /// <summary>A JPEG that says it ends, but before its pixels do: decoders warn, and make the rest up.</summary>
    private static byte[] EndedAfter(byte[] jpeg, int codedBytes)
    {
        var scanAt = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        var codedAt = scanAt + 2 + jpeg[scanAt + 3];
        return [.. jpeg[..(codedAt + codedBytes)], 0xFF, 0xD9];
    }

    private static byte[] Chunk(byte[] typeAndContent)
    {
        var length = new byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(length, typeAndContent.Length - 4);
        return [.. length, .. typeAndContent, .. Checksum(typeAndContent)];
    }

    /// <summary>Writes another size into the header of a PNG, and the checksum that goes with it (ISO/IEC 15948, 11.2.2).</summary>
    private static byte[] WithSize(byte[] png, int side)
    {
        const int headerAt = 12;
        const int headerLength = 17;
        byte[] sides = [0, 0, (byte)(side >> 8), (byte)side, 0, 0, (byte)(side >> 8), (byte)side];
        byte[] header = [.. png[headerAt..(headerAt + 4)], .. sides, .. png[(headerAt + 12)..(headerAt + headerLength)]];
        return [.. png[..headerAt], .. header, .. Checksum(header), .. png[(headerAt + headerLength + 4)..]];
    }

    private static byte[] Checksum(byte[] chunk)
    {
        var remainder = uint.MaxValue;
        foreach (var value in chunk)
        {
            remainder ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                remainder = (remainder & 1) == 0 ? remainder >> 1 : remainder >> 1 ^ 0xEDB88320;
            }
        }

        remainder = ~remainder;
        return [(byte)(remainder >> 24), (byte)(remainder >> 16), (byte)(remainder >> 8), (byte)remainder];
    }
}
