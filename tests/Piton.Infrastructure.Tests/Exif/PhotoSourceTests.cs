using NetVips;
using Piton.Domain.Images;
using Piton.Infrastructure.Tests.Vips;

namespace Piton.Infrastructure.Tests.Exif;

/// <summary>The facts, as far as the loader of each format hands them over; and that no output holds any of them.</summary>
public sealed class PhotoSourceTests(ConverterFixture fixture) : IClassFixture<ConverterFixture>
{
    [SkippableTheory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("avif")]
    [InlineData("heic")]
    [InlineData("jxl")]
    public async Task ConvertAsync_WhenSourceHasExif_ShouldReadTheFactsAndKeepNoneInTheFiles(string encoding)
    {
        using var picture = Pictures.Quadrants(900, 450).Mutate(image =>
        {
            image.Set(GValue.GStrType, "exif-ifd0-Make", "Zeiss Ikon AG");
            image.Set(GValue.GStrType, "exif-ifd0-Model", "Contax II");
            image.Set(GValue.GStrType, "exif-ifd2-DateTimeOriginal", "2024:05:06 10:11:12");
            image.Set(GValue.GStrType, "exif-ifd2-ExposureTime", "1/250");
            image.Set(GValue.GStrType, "exif-ifd2-FNumber", "28/10");
            image.Set(GValue.GStrType, "exif-ifd2-FocalLength", "50/1");
            image.Set(GValue.BlobType, "xmp-data", "<x:xmpmeta>payload</x:xmpmeta>"u8.ToArray());
        });
        var jpeg = picture.JpegsaveBuffer(q: 95);
        var source = encoding switch
        {
            "heic" => OutsideEncoder.Heic(jpeg),
            "jxl" => OutsideEncoder.Jxl(jpeg),
            _ => picture.Encode(encoding),
        };

        var converted = await fixture.ConvertAsync(source);

        Assert.Equal(
            new PhotoFacts
            {
                TakenAt = new PhotoTime(new DateTime(2024, 5, 6, 10, 11, 12), null),
                Camera = "Zeiss Ikon Contax II",
                ExposureTime = 1 / 250.0,
                FNumber = 2.8,
                FocalLength = 50,
            },
            converted.Photo);
        Assert.All(converted.Renditions, rendition =>
        {
            Assert.DoesNotContain(WebpChunks.Names(rendition.Content.Span), name => name is "EXIF" or "XMP " or "ICCP");
            Assert.Equal(-1, rendition.Content.Span.IndexOf("Contax"u8));
            Assert.Equal(-1, rendition.Content.Span.IndexOf("payload"u8));
        });
    }

    [Fact]
    public async Task ConvertAsync_WhenSourceHasNoExif_ShouldKnowNothing() =>
        Assert.Null((await fixture.ConvertAsync(Pictures.Quadrants(200, 100).PngsaveBuffer(keep: Enums.ForeignKeep.None))).Photo);
}
