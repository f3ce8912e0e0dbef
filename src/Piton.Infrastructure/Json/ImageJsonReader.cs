using System.Text.Json;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Json;

/// <summary>The reading half of <see cref="ImageJson"/>. Fields may come in any order; an unknown one is refused, not lost.</summary>
internal static class ImageJsonReader
{
    /// <param name="reader">At the start of the object; left at its end.</param>
    /// <exception cref="JsonException">It is not JSON, or not an image.</exception>
    /// <exception cref="FormatException">A value is not one that its field can have.</exception>
    public static Image Read(ref Utf8JsonReader reader)
    {
        ImageId? id = null;
        DateTimeOffset? createdAt = null, deletedAt = null;
        AccountId? owner = null;
        string? name = null, fileName = null, alt = null;
        Visibility? visibility = null;
        int? width = null, height = null, frames = null;
        ImageSource? source = null;
        List<Rendition>? renditions = null;
        IReadOnlyList<string> oldNames = [];
        Placeholder? placeholder = null;
        ConversionReport? conversion = null;
        PhotoFacts? photo = null;
        while (reader.NextField())
        {
            switch (reader.TakeFieldName())
            {
                case "id": id = reader.ReadImageId(); break;
                case "createdAt": createdAt = reader.ReadDate(); break;
                case "deletedAt": deletedAt = reader.ReadDateOrNull(); break;
                case "owner": owner = reader.ReadAccountIdOrNull(); break;
                case "name": name = JsonText.Read(ref reader); break;
                case "oldNames": oldNames = ReadOldNames(ref reader); break;
                case "storedBytes": _ = reader.ReadInt64(); break;
                case "source": source = ReadSource(ref reader); break;
                case "renditions": renditions = ReadRenditions(ref reader); break;
                case "fileName": fileName = JsonText.Read(ref reader); break;
                case "alt": alt = JsonText.ReadOrNull(ref reader); break;
                case "visibility": visibility = JsonWord.Parse<Visibility>(JsonText.Read(ref reader)); break;
                case "width": width = reader.ReadInt32(); break;
                case "height": height = reader.ReadInt32(); break;
                case "frames": frames = reader.ReadInt32(); break;
                case "placeholder": placeholder = ReadPlaceholder(ref reader); break;
                case "conversion": conversion = ReadConversion(ref reader); break;
                case "photo": photo = PhotoJson.Read(ref reader); break;
                case var other: throw new JsonException($"An image has no field “{other}”.");
            }
        }

        return new Image
        {
            Id = id ?? throw Missing("id"),
            CreatedAt = createdAt ?? throw Missing("createdAt"),
            DeletedAt = deletedAt,
            Owner = owner,
            Name = name ?? throw Missing("name"),
            FileName = fileName ?? throw Missing("fileName"),
            Alt = alt,
            OldNames = oldNames,
            Visibility = visibility ?? throw Missing("visibility"),
            Width = width ?? throw Missing("width"),
            Height = height ?? throw Missing("height"),
            Frames = frames ?? throw Missing("frames"),
            Source = source ?? throw Missing("source"),
            Renditions = renditions ?? throw Missing("renditions"),
            Placeholder = placeholder ?? throw Missing("placeholder"),
            Conversion = conversion ?? throw Missing("conversion"),
            Photo = photo,
        };
    }

    private static List<string> ReadOldNames(ref Utf8JsonReader reader)
    {
        reader.EnterArray();
        var names = new List<string>(1);
        while (reader.NextValue())
        {
            names.Add(JsonText.Read(ref reader));
        }

        return names;
    }

    private static ImageSource ReadSource(ref Utf8JsonReader reader)
    {
        ContentHash? hash = null;
        ImageFormat? format = null;
        long? bytes = null;
        bool? kept = null;
        while (reader.NextField())
        {
            switch (reader.TakeFieldName())
            {
                case "sha256": hash = reader.ReadHash(); break;
                case "format": format = reader.ReadFormat(); break;
                case "bytes": bytes = reader.ReadInt64(); break;
                case "kept": kept = reader.ReadBoolean(); break;
                case var other: throw new JsonException($"A source has no field “{other}”.");
            }
        }

        return new ImageSource(
            format ?? throw Missing("format"),
            bytes ?? throw Missing("bytes"),
            hash ?? throw Missing("sha256"),
            kept ?? throw Missing("kept"));
    }

    private static List<Rendition> ReadRenditions(ref Utf8JsonReader reader)
    {
        reader.EnterArray();
        var renditions = new List<Rendition>(4);
        while (reader.NextValue())
        {
            renditions.Add(ReadRendition(ref reader));
        }

        return renditions is [{ } first, ..] && first.Name == RenditionName.Full
            ? renditions
            : throw new FormatException("The first rendition of an image is the full one.");
    }

    private static Rendition ReadRendition(ref Utf8JsonReader reader)
    {
        RenditionName? name = null;
        ImageFormat? format = null;
        int? width = null, height = null;
        long? bytes = null;
        ContentHash? hash = null;
        while (reader.NextField())
        {
            switch (reader.TakeFieldName())
            {
                case "name": name = reader.ReadRenditionName(); break;
                case "bytes": bytes = reader.ReadInt64(); break;
                case "format": format = reader.ReadFormat(); break;
                case "width": width = reader.ReadInt32(); break;
                case "height": height = reader.ReadInt32(); break;
                case "sha256": hash = reader.ReadHash(); break;
                case var other: throw new JsonException($"A rendition has no field “{other}”.");
            }
        }

        return new Rendition(
            name ?? throw Missing("name"),
            format ?? throw Missing("format"),
            width ?? throw Missing("width"),
            height ?? throw Missing("height"),
            bytes ?? throw Missing("bytes"),
            hash ?? throw Missing("sha256"));
    }

    private static Placeholder ReadPlaceholder(ref Utf8JsonReader reader)
    {
        string? color = null, thumbHash = null;
        while (reader.NextField())
        {
            switch (reader.TakeFieldName())
            {
                case "color": color = JsonText.Read(ref reader); break;
                case "thumbHash": thumbHash = JsonText.Read(ref reader); break;
                case var other: throw new JsonException($"A placeholder has no field “{other}”.");
            }
        }

        return new Placeholder(color ?? throw Missing("color"), thumbHash ?? throw Missing("thumbHash"));
    }

    private static ConversionReport ReadConversion(ref Utf8JsonReader reader)
    {
        ConversionVerdict? verdict = null;
        ImageFormat? format = null;
        bool? lossless = null;
        int? quality = null, milliseconds = null;
        long? savedBytes = null;
        ConversionReason? reason = null;
        string? decoder = null;
        while (reader.NextField())
        {
            switch (reader.TakeFieldName())
            {
                case "verdict": verdict = JsonWord.Parse<ConversionVerdict>(JsonText.Read(ref reader)); break;
                case "format": format = reader.ReadFormat(); break;
                case "lossless": lossless = reader.ReadBoolean(); break;
                case "quality": quality = reader.ReadInt32OrNull(); break;
                case "savedBytes": savedBytes = reader.ReadInt64(); break;
                case "reason": reason = JsonText.ReadOrNull(ref reader) is { } word ? JsonWord.Parse<ConversionReason>(word) : null; break;
                case "milliseconds": milliseconds = reader.ReadInt32OrNull(); break;
                case "decoder": decoder = JsonText.ReadOrNull(ref reader); break;
                case var other: throw new JsonException($"A conversion report has no field “{other}”.");
            }
        }

        return new ConversionReport(
            verdict ?? throw Missing("verdict"),
            format ?? throw Missing("format"),
            lossless ?? throw Missing("lossless"),
            quality,
            savedBytes ?? throw Missing("savedBytes"),
            reason,
            milliseconds,
            decoder);
    }

    private static JsonException Missing(string field) => new($"The field “{field}” is missing.");
}
