using System.Text.Json.Serialization;
using Piton.Domain.Images;

namespace Piton.Web.Api;

/// <summary>An image as the API shows it. Its fields are a promise to clients: they are added to, never changed.</summary>
public sealed record ImageResource
{
    /// <summary>The id, 32 lower-case hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The file name as it was sent.</summary>
    public required string FileName { get; init; }

    /// <summary>What it shows, for those who cannot see it; null where nobody has said.</summary>
    public required string? Alt { get; init; }

    /// <summary>The account it belongs to; null where it was uploaded before there were any.</summary>
    public OwnerResource? Owner { get; init; }

    /// <summary>Who finds it.</summary>
    public required string Visibility { get; init; }

    /// <summary>When it was uploaded, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When the camera took it, by ISO 8601: with the offset from UTC where the camera said it, as local time where not; null where that is not known.</summary>
    public string? TakenAt { get; init; }

    /// <summary>What else the camera wrote; null where it wrote nothing.</summary>
    public PhotoResource? Photo { get; init; }

    /// <summary>The SHA-256 of the source.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The width of the rendition <c>full</c>, in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>The height of it.</summary>
    public required int Height { get; init; }

    /// <summary>How many frames it has; 1 where it is a still.</summary>
    public required int Frames { get; init; }

    /// <summary>The length of the rendition <c>full</c>, in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>What stands in for it until its bytes arrive.</summary>
    public required PlaceholderResource Placeholder { get; init; }

    /// <summary>The file as it was sent.</summary>
    public required SourceResource Source { get; init; }

    /// <summary>What became of the source.</summary>
    public required ConversionResource Conversion { get; init; }

    /// <summary>Absolute paths: the page, each rendition that exists, and the original where it is kept, to whoever may open it.</summary>
    public required IReadOnlyDictionary<string, string> Urls { get; init; }

    /// <summary>True where an upload found the same bytes there already; absent otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Duplicate { get; init; }

    /// <param name="image">The image.</param>
    /// <param name="reader">Who is told of it.</param>
    /// <param name="duplicate">Whether an upload found it there already.</param>
    public static ImageResource Of(Image image, Reader reader, bool duplicate = false) => new()
    {
        Id = image.Id.ToString(),
        Name = image.Name,
        FileName = image.FileName,
        Alt = image.Alt,
        Owner = image.Owner is { } owner ? new OwnerResource(owner.ToString(), reader.OwnerNames.GetValueOrDefault(owner)) : null,
        Visibility = image.Visibility.Name(),
        CreatedAt = image.CreatedAt.UtcDateTime,
        TakenAt = image.Photo?.TakenAt?.ToString(),
        Photo = PhotoResource.Of(image.Photo),
        Sha256 = image.Source.Hash.ToString(),
        Width = image.Width,
        Height = image.Height,
        Frames = image.Frames,
        Bytes = image.Full.Bytes,
        Placeholder = new PlaceholderResource(image.Placeholder.Color, image.Placeholder.ThumbHash),
        Source = new SourceResource(image.Source.Format.Name(), image.Source.Bytes, image.Source.Kept),
        Conversion = ConversionResource.Of(image.Conversion),
        Urls = ImageUrls.Of(image, reader.Actor),
        Duplicate = duplicate,
    };
}
