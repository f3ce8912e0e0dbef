using Piton.Domain.Images;

namespace Piton.Domain.Tests.Images;

/// <summary>Makes images that obey every rule, so that a test says only what it is about.</summary>
internal static class ImageFactory
{
    public static DateTimeOffset Noon { get; } = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    public static Image Create(string name = "vacaciones", long bytes = 3000, DateTimeOffset? createdAt = null) => new()
    {
        Id = ImageId.New(),
        Name = name,
        FileName = "vacaciones.jpg",
        CreatedAt = createdAt ?? Noon,
        Width = 640,
        Height = 480,
        Frames = 1,
        Placeholder = new Placeholder("#7a8b91", "3OcRJYB4d3h/iIeHeEh3eIhw+j2w"),
        Source = new ImageSource(ImageFormat.Jpeg, 10_000, ContentHash.Of("source"u8), Kept: false),
        Conversion = new ConversionReport(ConversionVerdict.Converted, ImageFormat.WebP, Lossless: false, 85, 10_000 - bytes, Reason: null),
        Renditions = [Rendition(RenditionName.Full, 640, 480, bytes), Rendition(RenditionName.W320, 320, 240, 900)],
    };

    public static Image CreateTrashed(DateTimeOffset? deletedAt = null) => Create() with { DeletedAt = deletedAt ?? Noon };

    public static Rendition Rendition(RenditionName name, int width, int height, long bytes) =>
        new(name, ImageFormat.WebP, width, height, bytes, ContentHash.Of([(byte)name.Text.Length]));
}
