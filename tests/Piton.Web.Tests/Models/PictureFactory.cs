using Piton.Domain.Images;

namespace Piton.Web.Tests.Models;

/// <summary>Makes images with the renditions that their size calls for.</summary>
internal static class PictureFactory
{
    public static Image Create(int width, int height, string name = "Holidays", string? alt = null) => new()
    {
        Id = ImageId.New(),
        Name = name,
        FileName = "holidays.jpg",
        Alt = alt,
        CreatedAt = DateTimeOffset.UnixEpoch,
        Width = width,
        Height = height,
        Frames = 1,
        Placeholder = new Placeholder("#336699", "1QcSHQRnh493V4dIh4eXh1h4kJUI"),
        Source = new ImageSource(ImageFormat.Jpeg, 4_000, default, Kept: false),
        Conversion = new ConversionReport(ConversionVerdict.Converted, ImageFormat.WebP, Lossless: false, 85, 3_000, Reason: null),
        Renditions =
        [
            .. RenditionName.All
                .Where(rendition => rendition.MaxWidth is null || rendition.MaxWidth < width)
                .Select(rendition => Rendition(rendition, width, height)),
        ],
    };

    private static Rendition Rendition(RenditionName name, int width, int height)
    {
        var across = name.MaxWidth ?? width;
        return new Rendition(name, ImageFormat.WebP, across, Math.Max(1, height * across / width), 1_000, default);
    }
}
