using NetVips;
using Piton.Domain.Images;
using static Piton.Infrastructure.Tests.Vips.ConverterFixture;
using static Piton.Infrastructure.Tests.Vips.VipsConverterGraphicsTests;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Tests.Vips;

/// <summary>Sources that are stored as they came, but for their metadata.</summary>
public sealed class VipsConverterOwnDataTests(ConverterFixture fixture) : IClassFixture<ConverterFixture>
{
    private static readonly VOption All = new() { { "n", -1 } };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ConvertAsync_WhenSourceIsWebP_ShouldKeepItsOwnDataAlone(bool lossless)
    {
        using var picture = Photograph(900, 500);
        var plain = picture.WebpsaveBuffer(q: 40, lossless: lossless, keep: Enums.ForeignKeep.None);
        var tagged = picture.Mutate(image =>
        {
            image.Set(GValue.GStrType, "exif-ifd0-ImageDescription", "payload (payload, ASCII, 8 components, 8 bytes)");
            image.Set(GValue.BlobType, "xmp-data", "<x:xmpmeta>payload</x:xmpmeta>"u8.ToArray());
        }).WebpsaveBuffer(q: 40, lossless: lossless, keep: Enums.ForeignKeep.All, profile: "srgb");
        byte[] source = [.. tagged, .. "payload"u8];
        Assert.Superset(new HashSet<string> { "ICCP", "EXIF", "XMP " }, WebpChunks.Names(tagged).ToHashSet());

        var converted = await fixture.ConvertAsync(source);

        var full = converted.Renditions[0];
        AssertKept(converted.Report, ImageFormat.WebP, ConversionReason.AlreadyWebp);
        Assert.Equal(["VP8X", lossless ? "VP8L" : "VP8 "], WebpChunks.Names(full.Content.Span));
        Assert.Equal(plain[12..], full.Content[^(plain.Length - 12)..].ToArray());
        AssertSame(VipsImage.NewFromBuffer(plain), Decode(full));
        Assert.Contains(converted.Renditions, rendition => rendition.Facts.Name == RenditionName.W320);
    }

    [Fact]
    public async Task ConvertAsync_WhenWebPIsAnimated_ShouldKeepItsFramesTimesAndLoops()
    {
        var frames = new[] { Photograph(200, 100), Pictures.Quadrants(200, 100), Photograph(200, 100).FlipHor() };
        var source = Pictures.Animation(frames, [20, 300, 70], 4).Mutate(
            image => image.Set(GValue.BlobType, "xmp-data", "payload"u8.ToArray())).WebpsaveBuffer(q: 70, keep: Enums.ForeignKeep.All);
        Assert.Contains("XMP ", WebpChunks.Names(source));

        var converted = await fixture.ConvertAsync(source);

        AssertKept(converted.Report, ImageFormat.WebP, ConversionReason.AlreadyWebp);
        Assert.Equal(["VP8X", "ANIM", "ANMF", "ANMF", "ANMF"], WebpChunks.Names(converted.Renditions[0].Content.Span));
        using var full = Decode(converted.Renditions[0]);
        AssertSame(VipsImage.NewFromBuffer(source, kwargs: All), full);
        Assert.Equal([20, 300, 70], (int[])full.Get("delay"));
        Assert.Equal(4, (int)full.Get("loop"));
    }

    [Theory]
    [InlineData("orientation")]
    [InlineData("profile")]
    public async Task ConvertAsync_WhenWebPIsNotUprightOrNotSrgb_ShouldEncodeItAnew(string why)
    {
        using var picture = why == "profile"
            ? Photograph(300, 200).IccTransform("p3", inputProfile: "srgb")
            : Pictures.Stored(Photograph(300, 200), 6);

        var converted = await fixture.ConvertAsync(picture.WebpsaveBuffer(q: 95, keep: Enums.ForeignKeep.All));

        Assert.Equal(ConversionVerdict.Converted, converted.Report.Verdict);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task ConvertAsync_WhenJpegWouldGrow_ShouldKeepItsOwnDataAlone(bool progressive, bool grey)
    {
        using var picture = grey ? Photograph(600, 400)[1].Copy(interpretation: Enums.Interpretation.Bw) : Photograph(600, 400);
        var plain = picture.JpegsaveBuffer(q: 40, interlace: progressive, optimizeCoding: true, keep: Enums.ForeignKeep.None);

        var converted = await fixture.ConvertAsync(TestJpeg.Stuffed(plain));

        var full = converted.Renditions[0];
        AssertKept(converted.Report, ImageFormat.Jpeg, ConversionReason.WouldGrow);
        Assert.Equal(("full.jpg", ImageFormat.Jpeg), (full.Facts.FileName, full.Facts.Format));
        Assert.Equal(-1, full.Content.Span.IndexOf("payload"u8));
        Assert.DoesNotContain(TestJpeg.Markers(full.Content.Span), marker => marker is >= 0xe1 and <= 0xef or 0xfe);
        AssertSame(VipsImage.NewFromBuffer(plain), Decode(full));
        Assert.All(converted.Renditions.Skip(1), rendition => Assert.True(rendition.Content.Length <= full.Content.Length));
    }

    [Fact]
    public async Task ConvertAsync_WhenRubbishStandsBeforeTheEndOfAJpeg_ShouldNotKeepIt()
    {
        var plain = Photograph(600, 400).JpegsaveBuffer(q: 40, keep: Enums.ForeignKeep.None);
        byte[] source = [.. plain[..^2], .. "<?php payload"u8, .. plain[^2..]];

        var converted = await fixture.ConvertAsync(source);

        Assert.All(converted.Renditions, rendition => Assert.Equal(-1, rendition.Content.Span.IndexOf("payload"u8)));
        Assert.Equal(ImageFormat.WebP, converted.Report.Format);
    }

    [Fact]
    public async Task ConvertAsync_WhenJpegThatWouldGrowHasAnotherProfile_ShouldEncodeItAnew()
    {
        using var picture = Photograph(600, 400).IccTransform("p3", inputProfile: "srgb");

        var converted = await fixture.ConvertAsync(picture.JpegsaveBuffer(q: 40));

        Assert.Equal((ConversionVerdict.Converted, ImageFormat.WebP), (converted.Report.Verdict, converted.Report.Format));
    }

    [Fact]
    public async Task ConvertAsync_WhenJpegThatWouldGrowEndsEarly_ShouldGiveNothing()
    {
        var plain = Photograph(600, 400).JpegsaveBuffer(q: 40, keep: Enums.ForeignKeep.None);

        Assert.Null(await fixture.TryConvertAsync(plain[..(plain.Length * 3 / 4)]));
    }

    [Fact]
    public async Task ConvertAsync_WhenGifWouldGrow_ShouldKeepItsBlocksAlone()
    {
        byte[] frames = [.. Enumerable.Range(0, 12).SelectMany(index => TestGif.Frame(3, 2, index % 4, delay: 7))];
        byte[] blocks = [.. TestGif.Loop(again: 2), .. frames];
        byte[] plain = [.. TestGif.Start(3, 2), .. blocks, .. TestGif.Trailer];
        byte[] source =
        [
            .. TestGif.Start(3, 2), .. TestGif.Comment, .. TestGif.Loop(again: 2), .. TestGif.Application, .. TestGif.PlainText, .. frames,
            .. TestGif.Comment, .. TestGif.Trailer, .. "payload"u8,
        ];

        var converted = await fixture.ConvertAsync(source);

        var full = converted.Renditions[0];
        AssertKept(converted.Report, ImageFormat.Gif, ConversionReason.WouldGrow);
        Assert.Equal("full.gif", full.Facts.FileName);
        Assert.Equal(12, converted.Frames);
        Assert.Equal(-1, full.Content.Span.IndexOf("payload"u8));
        using var decoded = Decode(full);
        AssertSame(VipsImage.NewFromBuffer(plain, kwargs: All), decoded);
        Assert.Equal(Enumerable.Repeat(70, 12), (int[])decoded.Get("delay"));
        Assert.Equal(3, (int)decoded.Get("loop"));
    }

    private static void AssertKept(ConversionReport report, ImageFormat format, ConversionReason reason) => Assert.Equal(
        (ConversionVerdict.Kept, format, true, null, reason),
        (report.Verdict, report.Format, report.Lossless, report.Quality, report.Reason));
}
