using System.Text.Json;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Infrastructure.Json.Index;

namespace Piton.Infrastructure.Json;

/// <summary>Reads of an image what the index needs, and no further than that.</summary>
internal static class IndexFieldsReader
{
    // What was written before there were accounts is public, and has its visibility and its sum of bytes not in front.
    private const int Required =
        (1 << (int)Field.Id) | (1 << (int)Field.CreatedAt) | (1 << (int)Field.DeletedAt) | (1 << (int)Field.Owner) | (1 << (int)Field.Name)
        | (1 << (int)Field.Source) | (1 << (int)Field.Renditions);

    private enum Field
    {
        Other,
        Id,
        CreatedAt,
        DeletedAt,
        Owner,
        Name,
        Visibility,
        OldNames,
        StoredBytes,
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
        long? stored = null;
        var (isInTrash, visibility) = (false, Visibility.Public);
        AccountId? owner = null;
        string? name = null;
        IReadOnlyList<ulong> oldNames = IndexFields.NoOldNames;
        (ulong Fingerprint, long Bytes, bool IsKept) source = default;
        var found = 0;
        for (var field = Field.Other; field != Field.Renditions;)
        {
            field = NextWanted(ref reader);
            found |= 1 << (int)field;
            switch (field)
            {
                case Field.Id: id = reader.ReadImageId(); break;
                case Field.CreatedAt: created = reader.ReadDate().UtcTicks; break;
                case Field.DeletedAt: isInTrash = reader.ReadDateOrNull() is not null; break;
                case Field.Owner: owner = reader.ReadAccountIdOrNull(); break;
                case Field.Name: name = SearchText.Fold(JsonText.Read(ref reader)); break;
                case Field.Visibility: visibility = VisibilityOf(reader); break;
                case Field.OldNames: oldNames = ReadOldNames(ref reader); break;
                case Field.StoredBytes: stored = reader.ReadInt64(); break;
                case Field.Source: source = ReadSource(ref reader); break;
                case Field.Renditions when stored is not null: bytes = ReadFirstBytes(ref reader); break;
                case Field.Renditions: (bytes, stored) = ReadAllBytes(ref reader, source.IsKept ? source.Bytes : 0); break;
            }
        }

        if ((found & Required) != Required)
        {
            throw new JsonException("A field that the index needs is missing, or stands behind the renditions.");
        }

        return new IndexFields(
            id, created, isInTrash, visibility, owner, name!, bytes, stored.GetValueOrDefault(), source.Bytes, source.Fingerprint)
        {
            OldNames = oldNames,
        };
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

    // By length first: a million lines are read at each start, and each name would be compared with ten.
    private static Field FieldOf(in Utf8JsonReader reader) => (reader.ValueIsEscaped ? reader.GetString()!.Length : reader.ValueSpan.Length) switch
    {
        2 when reader.ValueTextEquals("id"u8) => Field.Id,
        4 when reader.ValueTextEquals("name"u8) => Field.Name,
        5 when reader.ValueTextEquals("owner"u8) => Field.Owner,
        6 when reader.ValueTextEquals("source"u8) => Field.Source,
        8 when reader.ValueTextEquals("oldNames"u8) => Field.OldNames,
        9 when reader.ValueTextEquals("createdAt"u8) => Field.CreatedAt,
        9 when reader.ValueTextEquals("deletedAt"u8) => Field.DeletedAt,
        10 when reader.ValueTextEquals("visibility"u8) => Field.Visibility,
        10 when reader.ValueTextEquals("renditions"u8) => Field.Renditions,
        11 when reader.ValueTextEquals("storedBytes"u8) => Field.StoredBytes,
        _ => Field.Other,
    };

    private static Visibility VisibilityOf(in Utf8JsonReader reader) => reader switch
    {
        _ when reader.ValueTextEquals("public"u8) => Visibility.Public,
        _ when reader.ValueTextEquals("unlisted"u8) => Visibility.Unlisted,
        _ => Visibility.Private,
    };

    private static List<ulong> ReadOldNames(ref Utf8JsonReader reader)
    {
        reader.EnterArray();
        var names = new List<ulong>(1);
        while (reader.NextValue())
        {
            names.Add(IndexFields.FingerprintOf(JsonText.Read(ref reader)));
        }

        return names;
    }

    private static (ulong Fingerprint, long Bytes, bool IsKept) ReadSource(ref Utf8JsonReader reader)
    {
        ContentHash hash = default;
        long bytes = 0;
        var isKept = false;
        while (reader.NextField())
        {
            var isHash = reader.ValueTextEquals("sha256"u8);
            var isBytes = reader.ValueTextEquals("bytes"u8);
            var isKeptField = reader.ValueTextEquals("kept"u8);
            reader.Read();
            if (isHash)
            {
                hash = reader.ReadHash();
            }
            else if (isBytes)
            {
                bytes = reader.ReadInt64();
            }
            else if (isKeptField)
            {
                isKept = reader.ReadBoolean();
            }
        }

        return (IndexFields.FingerprintOf(hash), bytes, isKept);
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

    private static (long First, long Sum) ReadAllBytes(ref Utf8JsonReader reader, long original)
    {
        var (first, sum) = (-1L, original);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.NextField())
            {
                var isBytes = reader.ValueTextEquals("bytes"u8);
                reader.Read();
                if (isBytes)
                {
                    var bytes = reader.ReadInt64();
                    first = first < 0 ? bytes : first;
                    sum += bytes;
                }
            }
        }

        return first < 0 ? throw new JsonException("The first rendition has no length.") : (first, sum);
    }
}
