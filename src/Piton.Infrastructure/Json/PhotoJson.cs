using System.Text.Json;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Json;

/// <summary>The field <c>photo</c> of an image. What is not known is not there, and so is the whole field in lines of older Pitons.</summary>
internal static class PhotoJson
{
    public static void Write(Utf8JsonWriter writer, PhotoFacts? photo)
    {
        if (photo is null)
        {
            return;
        }

        writer.WriteStartObject("photo"u8);
        WriteText(writer, "takenAt"u8, photo.TakenAt?.ToString());
        WriteText(writer, "camera"u8, photo.Camera);
        WriteText(writer, "lens"u8, photo.Lens);
        WriteNumber(writer, "exposureTime"u8, photo.ExposureTime);
        WriteNumber(writer, "fNumber"u8, photo.FNumber);
        WriteNumber(writer, "iso"u8, photo.Iso);
        WriteNumber(writer, "focalLength"u8, photo.FocalLength);
        WriteNumber(writer, "focalLength35"u8, photo.FocalLength35);
        WriteNumber(writer, "latitude"u8, photo.Position?.Latitude);
        WriteNumber(writer, "longitude"u8, photo.Position?.Longitude);
        writer.WriteEndObject();
    }

    /// <inheritdoc cref="ImageJsonReader.Read" path="/param|/exception"/>
    public static PhotoFacts Read(ref Utf8JsonReader reader)
    {
        var photo = new PhotoFacts();
        double? latitude = null, longitude = null;
        while (reader.NextField())
        {
            switch (reader.TakeFieldName())
            {
                case "takenAt": photo = photo with { TakenAt = reader.ReadPhotoTime() }; break;
                case "camera": photo = photo with { Camera = JsonText.Read(ref reader) }; break;
                case "lens": photo = photo with { Lens = JsonText.Read(ref reader) }; break;
                case "exposureTime": photo = photo with { ExposureTime = reader.ReadDouble() }; break;
                case "fNumber": photo = photo with { FNumber = reader.ReadDouble() }; break;
                case "iso": photo = photo with { Iso = reader.ReadInt32() }; break;
                case "focalLength": photo = photo with { FocalLength = reader.ReadDouble() }; break;
                case "focalLength35": photo = photo with { FocalLength35 = reader.ReadInt32() }; break;
                case "latitude": latitude = reader.ReadDouble(); break;
                case "longitude": longitude = reader.ReadDouble(); break;
                case var other: throw new JsonException($"A photo has no field “{other}”.");
            }
        }

        return (latitude, longitude) switch
        {
            ({ } north, { } east) => photo with { Position = new GeoPosition(north, east) },
            (null, null) => photo,
            _ => throw new JsonException("Half of the position is missing."),
        };
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> property, string? text)
    {
        if (text is not null)
        {
            JsonText.Write(writer, property, text);
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, ReadOnlySpan<byte> property, double? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(property, value);
        }
    }
}
