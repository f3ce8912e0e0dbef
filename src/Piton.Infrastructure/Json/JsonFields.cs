using System.Text.Json;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Json;

/// <summary>Reads single values, and says of a wrong one that it is wrong: the reader's own exceptions speak of misuse.</summary>
internal static class JsonFields
{
    /// <summary>Moves to the next field of the object that the reader is in or at the start of; false at the object's end.</summary>
    public static bool NextField(this ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.None or JsonTokenType.StartArray)
        {
            throw new JsonException("Expected an object.");
        }

        if (!reader.Read())
        {
            throw new JsonException("The object has no end.");
        }

        return reader.TokenType switch
        {
            JsonTokenType.PropertyName => true,
            JsonTokenType.EndObject => false,
            _ => throw new JsonException($"Expected a field, found {reader.TokenType}."),
        };
    }

    /// <summary>The name of the field that the reader stands on; moves on to the value.</summary>
    public static string TakeFieldName(this ref Utf8JsonReader reader)
    {
        var name = reader.GetString()!;
        reader.Read();
        return name;
    }

    public static int ReadInt32(this ref Utf8JsonReader reader)
    {
        Expect(reader.TokenType, JsonTokenType.Number);
        return reader.GetInt32();
    }

    public static int? ReadInt32OrNull(this ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : reader.ReadInt32();

    public static long ReadInt64(this ref Utf8JsonReader reader)
    {
        Expect(reader.TokenType, JsonTokenType.Number);
        return reader.GetInt64();
    }

    public static long? ReadInt64OrNull(this ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : reader.ReadInt64();

    public static double ReadDouble(this ref Utf8JsonReader reader)
    {
        Expect(reader.TokenType, JsonTokenType.Number);
        return reader.GetDouble();
    }

    public static bool ReadBoolean(this ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        var other => throw new JsonException($"Expected true or false, found {other}."),
    };

    public static DateTimeOffset ReadDate(this ref Utf8JsonReader reader)
    {
        Expect(reader.TokenType, JsonTokenType.String);
        return reader.GetDateTimeOffset();
    }

    public static DateTimeOffset? ReadDateOrNull(this ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : reader.ReadDate();

    public static PhotoTime ReadPhotoTime(this ref Utf8JsonReader reader) =>
        PhotoTime.TryParse(JsonText.Read(ref reader), out var time) ? time : throw new FormatException("Not the time of a photograph.");

    public static ImageId ReadImageId(this ref Utf8JsonReader reader) =>
        ImageId.TryParse(reader.ReadUtf8(), out var id) ? id : throw new FormatException("Not the id of an image.");

    public static AccountId? ReadAccountIdOrNull(this ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : reader.ReadAccountId();

    public static AccountId ReadAccountId(this ref Utf8JsonReader reader) =>
        AccountId.TryParse(reader.ReadUtf8(), out var id) ? id : throw new FormatException("Not the id of an account.");

    public static TokenId ReadTokenId(this ref Utf8JsonReader reader) =>
        TokenId.TryParse(JsonText.Read(ref reader), out var id) ? id : throw new FormatException("Not the id of a token.");

    public static SessionId ReadSessionId(this ref Utf8JsonReader reader) =>
        SessionId.TryParse(JsonText.Read(ref reader), out var id) ? id : throw new FormatException("Not the id of a session.");

    /// <summary>Checks that the reader is at the start of an array.</summary>
    public static void EnterArray(this ref Utf8JsonReader reader) => Expect(reader.TokenType, JsonTokenType.StartArray);

    /// <summary>Moves to the next value of the array that the reader is in; false at the array's end.</summary>
    public static bool NextValue(this ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    public static ContentHash ReadHash(this ref Utf8JsonReader reader) =>
        ContentHash.TryParse(reader.ReadUtf8(), out var hash) ? hash : throw new FormatException("Not a SHA-256.");

    public static ImageFormat ReadFormat(this ref Utf8JsonReader reader) =>
        ImageFormats.FromName(JsonText.Read(ref reader)) ?? throw new FormatException("Not a picture format.");

    public static RenditionName ReadRenditionName(this ref Utf8JsonReader reader) =>
        RenditionName.TryParse(JsonText.Read(ref reader), out var name) ? name : throw new FormatException("Not the name of a rendition.");

    // As it is written, escapes and all: of what is read so nothing needs any, and a start reads millions of them without making text of each.
    private static ReadOnlySpan<byte> ReadUtf8(this ref Utf8JsonReader reader)
    {
        Expect(reader.TokenType, JsonTokenType.String);
        return reader.ValueSpan;
    }

    private static void Expect(JsonTokenType found, JsonTokenType wanted)
    {
        if (found != wanted)
        {
            throw new JsonException($"Expected a {wanted}, found {found}.");
        }
    }
}
