using Piton.Domain.Images;

namespace Piton.Domain.Tests.Images;

public sealed class ImageFormatsTests
{
    [Theory]
    [InlineData(ImageFormat.Jpeg, "jpeg", "jpg", "image/jpeg", "JPEG")]
    [InlineData(ImageFormat.Png, "png", "png", "image/png", "PNG")]
    [InlineData(ImageFormat.Gif, "gif", "gif", "image/gif", "GIF")]
    [InlineData(ImageFormat.WebP, "webp", "webp", "image/webp", "WebP")]
    [InlineData(ImageFormat.Avif, "avif", "avif", "image/avif", "AVIF")]
    [InlineData(ImageFormat.Bmp, "bmp", "bmp", "image/bmp", "BMP")]
    [InlineData(ImageFormat.Heic, "heic", "heic", "image/heic", "HEIC")]
    [InlineData(ImageFormat.Jxl, "jxl", "jxl", "image/jxl", "JPEG XL")]
    public void Names_WhenTheFormatIsKnown_ShouldBeThoseOfTheWorldOutside(
        ImageFormat format, string name, string extension, string mediaType, string label)
    {
        Assert.Equal((name, extension, mediaType, label), (format.Name(), format.Extension(), format.MediaType(), format.Label()));
        Assert.Equal(format, ImageFormats.FromName(name));
    }

    [Fact]
    public void Names_WhenAFormatIsAdded_ShouldAllDiffer() => Assert.All(
        [ImageFormats.Name, ImageFormats.Extension, ImageFormats.MediaType, ImageFormats.Label],
        (Func<ImageFormat, string> table) => Assert.Distinct(Enum.GetValues<ImageFormat>().Select(table)));

    [Fact]
    public void Accepted_WhenAFormatIsAdded_ShouldHaveIt()
    {
        Assert.Equal(Enum.GetValues<ImageFormat>(), ImageFormats.All);
        Assert.Equal(ImageFormats.All.Select(format => format.Label()), ImageFormats.Accepted.Split(", "));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("JPEG")]
    [InlineData("jpg")]
    [InlineData("svg")]
    public void FromName_WhenTextIsNoName_ShouldGiveNull(string? name) => Assert.Null(ImageFormats.FromName(name));
}
