using Piton.Domain.Images;
using static Piton.Infrastructure.Tests.Vips.ConverterFixture;

namespace Piton.Infrastructure.Tests.Vips;

public sealed class VipsConverterFormatTests(ConverterFixture fixture) : IClassFixture<ConverterFixture>
{
    [SkippableTheory]
    [InlineData("jpeg", ImageFormat.Jpeg)]
    [InlineData("png", ImageFormat.Png)]
    [InlineData("gif", ImageFormat.Gif)]
    [InlineData("webp", ImageFormat.WebP)]
    [InlineData("avif", ImageFormat.Avif)]
    [InlineData("bmp", ImageFormat.Bmp)]
    [InlineData("heic", ImageFormat.Heic)]
    [InlineData("jxl", ImageFormat.Jxl)]
    public async Task InspectAsync_WhenFormatIsAccepted_ShouldReadTheHeader(string encoding, ImageFormat format)
    {
        var result = await fixture.InspectAsync(Pictures.Quadrants(120, 80).Encode(encoding));

        Assert.Equal(InspectOutcome.Readable, result.Outcome);
        Assert.Equal(new ImageHeader(format, 120, 80, 1), result.Header);
        Assert.Equal(format.MediaType(), result.MediaType);
    }

    [SkippableTheory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("gif")]
    [InlineData("webp")]
    [InlineData("avif")]
    [InlineData("bmp")]
    [InlineData("heic")]
    [InlineData("jxl")]
    public async Task ConvertAsync_WhenFormatIsAccepted_ShouldKeepThePicture(string encoding)
    {
        var source = Pictures.Quadrants(400, 200).Encode(encoding);

        var converted = await fixture.ConvertAsync(source);

        Assert.Equal([RenditionName.Full, RenditionName.W320], converted.Renditions.Select(rendition => rendition.Facts.Name));
        Assert.All(converted.Renditions, rendition => AssertQuadrants(Decode(rendition)));
        Assert.Equal(1, converted.Frames);
        Assert.Equal(source.Length - converted.Renditions[0].Content.Length, converted.Report.SavedBytes);
        Assert.StartsWith(encoding is "bmp" or "heic" or "jxl" ? "ImageMagick 7." : "libvips 8.", converted.Report.Decoder, StringComparison.Ordinal);
        Assert.InRange(converted.Report.Milliseconds!.Value, 1, 600_000);
    }

    [Theory]
    [InlineData(320, 100, new[] { 320, 100 })]
    [InlineData(321, 100, new[] { 321, 100, 320, 100 })]
    [InlineData(1601, 1000, new[] { 1601, 1000, 1600, 999, 800, 500, 320, 200 })]
    [InlineData(900, 7, new[] { 900, 7, 800, 6, 320, 2 })]
    [InlineData(2000, 1, new[] { 2000, 1, 1600, 1, 800, 1, 320, 1 })]
    [InlineData(300, 2000, new[] { 300, 2000 })]
    public async Task ConvertAsync_WhenPictureHasASize_ShouldMakeOnlySmallerRenditionsOfExactSize(int width, int height, int[] sizes)
    {
        var converted = await fixture.ConvertAsync(Pictures.Flat(width, height, Pictures.Green).Encode("png"));

        Assert.Equal(sizes, converted.Renditions.SelectMany(rendition => new[] { rendition.Facts.Width, rendition.Facts.Height }));
        Assert.All(converted.Renditions, rendition =>
        {
            using var decoded = Decode(rendition);
            Assert.Equal((rendition.Facts.Width, rendition.Facts.Height), (decoded.Width, decoded.Height));
            AssertColour(Pictures.Green, decoded, 0, 0);
        });
    }

    [Fact]
    public async Task ConvertAsync_WhenRenditionsAreMade_ShouldStateTheirBytesAndHashes()
    {
        var converted = await fixture.ConvertAsync(Pictures.Quadrants(1000, 500).Encode("jpeg"));

        Assert.Equal(3, converted.Renditions.Count);
        Assert.All(converted.Renditions, rendition =>
        {
            Assert.Equal(rendition.Content.Length, rendition.Facts.Bytes);
            Assert.Equal(ContentHash.Of(rendition.Content.Span), rendition.Facts.Hash);
            Assert.Equal(ImageFormat.WebP, rendition.Facts.Format);
        });
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    public async Task ConvertAsync_WhenPictureIsStoredAskew_ShouldStandItUpright(string encoding)
    {
        using var upright = Pictures.Quadrants(480, 240);
        for (var orientation = 1; orientation <= 8; orientation++)
        {
            var source = Pictures.Stored(upright, orientation).Encode(encoding);

            var inspected = await fixture.InspectAsync(source);
            var converted = await fixture.ConvertAsync(source);

            Assert.Equal((480, 240), (inspected.Header!.Width, inspected.Header.Height));
            Assert.Equal([480, 240, 320, 160], converted.Renditions.SelectMany(r => new[] { r.Facts.Width, r.Facts.Height }));
            Assert.All(converted.Renditions, rendition =>
            {
                using var decoded = Decode(rendition);
                Assert.Equal((rendition.Facts.Width, rendition.Facts.Height), (decoded.Width, decoded.Height));
                AssertQuadrants(decoded);
            });
        }
    }
}
