using System.Text.Json;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Json.Access;

/// <summary>An API token as one JSON object.</summary>
internal static class TokenJson
{
    private static readonly TokenScopes[] EachScope = [.. Enum.GetValues<TokenScopes>().Where(scope => scope != TokenScopes.None)];

    public static void Write(Utf8JsonWriter writer, ApiToken token)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, token.Id.ToString());
        JsonText.Write(writer, "name"u8, token.Name);
        writer.WriteString("sha256"u8, token.Hash.ToString());
        writer.WriteStartArray("scopes"u8);
        foreach (var scope in EachScope.Where(scope => token.Scopes.HasFlag(scope)))
        {
            writer.WriteStringValue(JsonWord.Of(scope));
        }

        writer.WriteEndArray();
        writer.WriteString("createdAt"u8, token.CreatedAt.UtcDateTime);
        JsonOptional.Write(writer, "expiresAt"u8, token.ExpiresAt);
        JsonOptional.Write(writer, "lastUsedAt"u8, token.LastUsedAt);
        writer.WriteEndObject();
    }

    /// <inheritdoc cref="AccountJson.Read" path="/param|/exception"/>
    public static ApiToken Read(ref Utf8JsonReader reader)
    {
        TokenId? id = null;
        string? name = null;
        ContentHash? hash = null;
        TokenScopes? scopes = null;
        DateTimeOffset? createdAt = null, expiresAt = null, lastUsedAt = null;
        while (reader.NextField())
        {
            switch (reader.TakeFieldName())
            {
                case "id": id = reader.ReadTokenId(); break;
                case "name": name = JsonText.Read(ref reader); break;
                case "sha256": hash = reader.ReadHash(); break;
                case "scopes": scopes = ReadScopes(ref reader); break;
                case "createdAt": createdAt = reader.ReadDate(); break;
                case "expiresAt": expiresAt = reader.ReadDateOrNull(); break;
                case "lastUsedAt": lastUsedAt = reader.ReadDateOrNull(); break;
                case var other: throw new JsonException($"A token has no field “{other}”.");
            }
        }

        return new ApiToken(
            id ?? throw Missing("id"),
            name ?? throw Missing("name"),
            hash ?? throw Missing("sha256"),
            scopes ?? throw Missing("scopes"),
            createdAt ?? throw Missing("createdAt"),
            expiresAt,
            lastUsedAt);
    }

    private static TokenScopes ReadScopes(ref Utf8JsonReader reader)
    {
        var scopes = TokenScopes.None;
        reader.EnterArray();
        while (reader.NextValue())
        {
            scopes |= JsonWord.Parse<TokenScopes>(JsonText.Read(ref reader));
        }

        return scopes;
    }

    private static JsonException Missing(string field) => new($"The field “{field}” is missing.");
}
