using System.Text.Json;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Json.Access;

/// <summary>A session as one JSON object. Fields may come in any order; an unknown one is refused, not lost.</summary>
internal static class SessionJson
{
    public static void Write(Utf8JsonWriter writer, Session session)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, session.Id.ToString());
        writer.WriteString("keySha256"u8, session.KeyHash.ToString());
        writer.WriteString("account"u8, session.Account.ToString());
        JsonText.Write(writer, "stamp"u8, session.SecurityStamp);
        writer.WriteString("createdAt"u8, session.CreatedAt.UtcDateTime);
        writer.WriteString("seenAt"u8, session.SeenAt.UtcDateTime);
        writer.WriteString("expiresAt"u8, session.ExpiresAt.UtcDateTime);
        writer.WriteBoolean("persistent"u8, session.IsPersistent);
        JsonText.Write(writer, "address"u8, session.Address);
        JsonText.Write(writer, "userAgent"u8, session.UserAgent);
        writer.WriteEndObject();
    }

    /// <param name="reader">At the start of the object; left at its end.</param>
    /// <exception cref="JsonException">It is not JSON, or not a session.</exception>
    /// <exception cref="FormatException">A value is not one that its field can have.</exception>
    public static Session Read(ref Utf8JsonReader reader)
    {
        SessionId? id = null;
        ContentHash? keyHash = null;
        AccountId? account = null;
        DateTimeOffset? createdAt = null, seenAt = null, expiresAt = null;
        bool? persistent = null;
        string? stamp = null, address = null, userAgent = null;
        while (reader.NextField())
        {
            switch (reader.TakeFieldName())
            {
                case "id": id = reader.ReadSessionId(); break;
                case "keySha256": keyHash = reader.ReadHash(); break;
                case "account": account = reader.ReadAccountId(); break;
                case "stamp": stamp = JsonText.Read(ref reader); break;
                case "createdAt": createdAt = reader.ReadDate(); break;
                case "seenAt": seenAt = reader.ReadDate(); break;
                case "expiresAt": expiresAt = reader.ReadDate(); break;
                case "persistent": persistent = reader.ReadBoolean(); break;
                case "address": address = JsonText.ReadOrNull(ref reader); break;
                case "userAgent": userAgent = JsonText.ReadOrNull(ref reader); break;
                case var other: throw new JsonException($"A session has no field “{other}”.");
            }
        }

        return new Session
        {
            Id = id ?? throw Missing("id"),
            KeyHash = keyHash ?? throw Missing("keySha256"),
            Account = account ?? throw Missing("account"),
            SecurityStamp = stamp ?? throw Missing("stamp"),
            CreatedAt = createdAt ?? throw Missing("createdAt"),
            SeenAt = seenAt ?? throw Missing("seenAt"),
            ExpiresAt = expiresAt ?? throw Missing("expiresAt"),
            IsPersistent = persistent ?? throw Missing("persistent"),
            Address = address,
            UserAgent = userAgent,
        };
    }

    private static JsonException Missing(string field) => new($"The field “{field}” is missing.");
}
