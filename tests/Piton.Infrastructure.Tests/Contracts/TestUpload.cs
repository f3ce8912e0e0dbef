using Piton.Domain.Images;

namespace Piton.Infrastructure.Tests.Contracts;

/// <summary>A source, the image that was made of it, and the files of that image: all that a store is given.</summary>
internal sealed record TestUpload(byte[] Source, Image Image, IReadOnlyList<EncodedRendition> Files)
{
    /// <summary>An upload unlike any other with another <paramref name="number"/>.</summary>
    public static TestUpload Create(int number, int sourceLength = 300_000, bool keepSource = false)
    {
        var source = Bytes(number, sourceLength);
        EncodedRendition[] files =
        [
            File(RenditionName.Full, 640, Bytes(number + 1_000, 150_000)),
            File(RenditionName.W320, 320, Bytes(number + 2_000, 20_000)),
        ];
        return new TestUpload(source, Describe(number, source, files, keepSource), files);
    }

    /// <summary>The files of <paramref name="image"/>, which gets their lengths and hashes.</summary>
    public static TestUpload For(Image image, int number)
    {
        var source = Bytes(number, 100);
        var files = image.Renditions
            .Select((rendition, index) => Fill(rendition, Bytes(number + index + 1, 50 + index)))
            .ToArray();
        var filled = image with
        {
            Renditions = [.. files.Select(file => file.Facts)],
            Source = image.Source with { Bytes = source.Length, Hash = ContentHash.Of(source) },
        };
        return new TestUpload(source, filled, files);
    }

    private static EncodedRendition Fill(Rendition rendition, byte[] content) =>
        new(rendition with { Bytes = content.Length, Hash = ContentHash.Of(content) }, content);

    private static Image Describe(int number, byte[] source, EncodedRendition[] files, bool keepSource) => new()
    {
        Id = ImageId.New(),
        Name = $"picture {number}",
        FileName = $"../../picture {number}.jpg",
        CreatedAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddMinutes(number),
        Width = 640,
        Height = 480,
        Frames = 1,
        Placeholder = new Placeholder("#7a8b91", "3OcRJYB4d3h/iIeHeEh3eIhw+j2w"),
        Source = new ImageSource(ImageFormat.Jpeg, source.Length, ContentHash.Of(source), keepSource),
        Conversion = new ConversionReport(ConversionVerdict.Converted, ImageFormat.WebP, false, 85, 1_000, null),
        Renditions = [.. files.Select(file => file.Facts)],
    };

    private static EncodedRendition File(RenditionName name, int width, byte[] content) =>
        new(new Rendition(name, ImageFormat.WebP, width, width * 3 / 4, content.Length, ContentHash.Of(content)), content);

    private static byte[] Bytes(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
