using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Infrastructure.Json.Index;

namespace Piton.Infrastructure.Json;

/// <summary>Reads of an image what the index needs, and no further than that.</summary>
internal static class IndexFieldsReader
{
    private const int Wanted = 7;

    private enum Field
    {
        Other,
        Id,
        CreatedAt,
        DeletedAt,
        Owner,
        Name,
        Source,
        Renditions,
    }

    /// <exception cref="JsonException">It is not JSON, or a field is missing.</exception>
    /// <exception cref="FormatException">A value is not one that its field can have.</exception>
    public static IndexFields Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        ImageId id = default;
        long created = 0, bytes = 0;
        var isInTrash = false;
        AccountId? owner = null;
        string? name = null;
        ulong fingerprint = 0;
        for (var found = 0; found < Wanted; found++)
        {
            switch (NextWanted(ref reader))
            {
                case Field.Id: id = new ImageId(ReadHex(ref reader)); break;
                case Field.CreatedAt: created = reader.ReadDate().UtcTicks; break;
                case Field.DeletedAt: isInTrash = reader.ReadDateOrNull() is not null; break;
                case Field.Owner: owner = reader.ReadAccountIdOrNull(); break;
                case Field.Name: name = SearchText.Fold(JsonText.Read(ref reader)); break;
                case Field.Source: fingerprint = ReadFingerprint(ref reader); break;
                case Field.Renditions: bytes = ReadFirstBytes(ref reader); break;
            }
        }

        return new IndexFields(id, created, isInTrash, owner, name ?? throw new JsonException("The name is missing."), bytes, fingerprint);
    }

    private static Field NextWanted(ref Utf8JsonReader reader)
    {
        while (reader.NextField())
        {
            var field = FieldOf(reader);
            reader.Read();
            if (field != Field.Other)
            {
                return field;
            }

            reader.Skip();
        }

        throw new JsonException("A field that the index needs is missing.");
    }

    private static Field FieldOf(in Utf8JsonReader reader) => reader switch
    {
        _ when reader.ValueTextEquals("id"u8) => Field.Id,
        _ when reader.ValueTextEquals("createdAt"u8) => Field.CreatedAt,
        _ when reader.ValueTextEquals("deletedAt"u8) => Field.DeletedAt,
        _ when reader.ValueTextEquals("owner"u8) => Field.Owner,
        _ when reader.ValueTextEquals("name"u8) => Field.Name,
        _ when reader.ValueTextEquals("source"u8) => Field.Source,
        _ when reader.ValueTextEquals("renditions"u8) => Field.Renditions,
        _ => Field.Other,
    };

    private static ulong ReadFingerprint(ref Utf8JsonReader reader)
    {
        UInt128 low = 0;
        while (reader.NextField())
        {
            var isHash = reader.ValueTextEquals("sha256"u8);
            reader.Read();
            if (isHash)
            {
                low = ReadHex(ref reader);
            }
        }

        return IndexFields.FingerprintOf(new ContentHash(0, low));
    }

    // The last 128 bits of a number that is written in hexadecimal. A million of these are read at each start, so it makes no text.
    private static UInt128 ReadHex(ref Utf8JsonReader reader)
    {
        Span<byte> bytes = stackalloc byte[ContentHash.ByteLength];
        if (reader.TokenType == JsonTokenType.String
            && Convert.FromHexString(reader.ValueSpan, bytes, out _, out var length) == OperationStatus.Done
            && length >= 16)
        {
            return BinaryPrimitives.ReadUInt128BigEndian(bytes[(length - 16)..]);
        }

        throw new FormatException("Not an id or a hash.");
    }

    // The index wants no more of the line than this; the rest of it is left unread.
    private static long ReadFirstBytes(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.NextField())
        {
            var isBytes = reader.ValueTextEquals("bytes"u8);
            reader.Read();
            if (isBytes)
            {
                return reader.ReadInt64();
            }
        }

        throw new JsonException("The first rendition has no length.");
    }
}
