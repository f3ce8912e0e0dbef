using Piton.Domain.Images;

namespace Piton.Domain.Tests.Images;

public sealed class ImageFormatsTests
{
    [Theory]
    [InlineData(ImageFormat.Jpeg, "jpeg", "jpg", "image/jpeg")]
    [InlineData(ImageFormat.Png, "png", "png", "image/png")]
    [InlineData(ImageFormat.Gif, "gif", "gif", "image/gif")]
    [InlineData(ImageFormat.WebP, "webp", "webp", "image/webp")]
    [InlineData(ImageFormat.Avif, "avif", "avif", "image/avif")]
    [InlineData(ImageFormat.Bmp, "bmp", "bmp", "image/bmp")]
    [InlineData(ImageFormat.Heic, "heic", "heic", "image/heic")]
    [InlineData(ImageFormat.Jxl, "jxl", "jxl", "image/jxl")]
    public void Names_WhenTheFormatIsKnown_ShouldBeThoseOfTheWorldOutside(
        ImageFormat format, string name, string extension, string mediaType)
    {
        Assert.Equal((name, extension, mediaType), (format.Name(), format.Extension(), format.MediaType()));
        Assert.Equal(format, ImageFormats.FromName(name));
    }

    [Fact]
    public void Names_WhenAFormatIsAdded_ShouldAllDiffer() => Assert.All(
        [ImageFormats.Name, ImageFormats.Extension, ImageFormats.MediaType],
        (Func<ImageFormat, string> table) => Assert.Distinct(Enum.GetValues<ImageFormat>().Select(table)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("JPEG")]
    [InlineData("jpg")]
    [InlineData("svg")]
    public void FromName_WhenTextIsNoName_ShouldGiveNull(string? name) => Assert.Null(ImageFormats.FromName(name));
}
