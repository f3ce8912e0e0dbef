using System.Text.Json;
using Piton.Domain.Access;

namespace Piton.Infrastructure.Json.Access;

/// <summary>An account as one JSON object. Fields may come in any order; an unknown one is refused, not lost.</summary>
internal static class AccountJson
{
    public static void Write(Utf8JsonWriter writer, Account account)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, account.Id.ToString());
        JsonText.Write(writer, "email"u8, account.Email);
        JsonText.Write(writer, "name"u8, account.Name);
        writer.WriteString("role"u8, JsonWord.Of(account.Role));
        JsonText.Write(writer, "passwordHash"u8, account.PasswordHash);
        JsonText.Write(writer, "securityStamp"u8, account.SecurityStamp);
        writer.WriteString("createdAt"u8, account.CreatedAt.UtcDateTime);
        JsonOptional.Write(writer, "disabledAt"u8, account.DisabledAt);
        writer.WriteNumber("failedSignIns"u8, account.FailedSignIns);
        JsonOptional.Write(writer, "lockedUntil"u8, account.LockedUntil);
        writer.WriteNumber("failedKnownSignIns"u8, account.FailedKnownSignIns);
        JsonOptional.Write(writer, "knownLockedUntil"u8, account.KnownLockedUntil);
        JsonText.Write(writer, "authenticatorKey"u8, account.AuthenticatorKey);
        writer.WriteBoolean("twoFactor"u8, account.IsTwoFactorOn);
        JsonOptional.Write(writer, "lastTotpStep"u8, account.LastTotpStep);
        writer.WriteStartArray("recoveryCodes"u8);
        foreach (var code in account.RecoveryCodes)
        {
            writer.WriteStringValue(code);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("tokens"u8);
        foreach (var token in account.Tokens)
        {
            TokenJson.Write(writer, token);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <param name="reader">At the start of the object; left at its end.</param>
    /// <exception cref="JsonException">It is not JSON, or not an account.</exception>
    /// <exception cref="FormatException">A value is not one that its field can have.</exception>
    public static Account Read(ref Utf8JsonReader reader)
    {
        AccountId? id = null;
        string? email = null, name = null, passwordHash = null, securityStamp = null, authenticatorKey = null;
        Role? role = null;
        DateTimeOffset? createdAt = null, disabledAt = null, lockedUntil = null, knownLockedUntil = null;
        int? failedSignIns = null, failedKnownSignIns = null;
        bool? twoFactor = null;
        long? lastTotpStep = null;
        List<string>? recoveryCodes = null;
        List<ApiToken>? tokens = null;
        while (reader.NextField())
        {
            switch (reader.TakeFieldName())
            {
                case "id": id = reader.ReadAccountId(); break;
                case "email": email = JsonText.Read(ref reader); break;
                case "name": name = JsonText.Read(ref reader); break;
                case "role": role = JsonWord.Parse<Role>(JsonText.Read(ref reader)); break;
                case "passwordHash": passwordHash = JsonText.ReadOrNull(ref reader); break;
                case "securityStamp": securityStamp = JsonText.Read(ref reader); break;
                case "createdAt": createdAt = reader.ReadDate(); break;
                case "disabledAt": disabledAt = reader.ReadDateOrNull(); break;
                case "failedSignIns": failedSignIns = reader.ReadInt32(); break;
                case "lockedUntil": lockedUntil = reader.ReadDateOrNull(); break;
                case "failedKnownSignIns": failedKnownSignIns = reader.ReadInt32(); break;
                case "knownLockedUntil": knownLockedUntil = reader.ReadDateOrNull(); break;
                case "authenticatorKey": authenticatorKey = JsonText.ReadOrNull(ref reader); break;
                case "twoFactor": twoFactor = reader.ReadBoolean(); break;
                case "lastTotpStep": lastTotpStep = reader.ReadInt64OrNull(); break;
                case "recoveryCodes": recoveryCodes = ReadCodes(ref reader); break;
                case "tokens": tokens = ReadTokens(ref reader); break;
                case var other: throw new JsonException($"An account has no field “{other}”.");
            }
        }

        return new Account
        {
            Id = id ?? throw Missing("id"),
            Email = email ?? throw Missing("email"),
            Name = name ?? throw Missing("name"),
            Role = role ?? throw Missing("role"),
            PasswordHash = passwordHash,
            SecurityStamp = securityStamp ?? throw Missing("securityStamp"),
            CreatedAt = createdAt ?? throw Missing("createdAt"),
            DisabledAt = disabledAt,
            FailedSignIns = failedSignIns ?? throw Missing("failedSignIns"),
            LockedUntil = lockedUntil,
            FailedKnownSignIns = failedKnownSignIns ?? 0,
            KnownLockedUntil = knownLockedUntil,
            AuthenticatorKey = authenticatorKey,
            IsTwoFactorOn = twoFactor ?? throw Missing("twoFactor"),
            LastTotpStep = lastTotpStep,
            RecoveryCodes = recoveryCodes ?? throw Missing("recoveryCodes"),
            Tokens = tokens ?? throw Missing("tokens"),
        };
    }

    private static List<string> ReadCodes(ref Utf8JsonReader reader)
    {
        var codes = new List<string>();
        reader.EnterArray();
        while (reader.NextValue())
        {
            codes.Add(JsonText.Read(ref reader));
        }

        return codes;
    }

    private static List<ApiToken> ReadTokens(ref Utf8JsonReader reader)
    {
        var tokens = new List<ApiToken>();
        reader.EnterArray();
        while (reader.NextValue())
        {
            tokens.Add(TokenJson.Read(ref reader));
        }

        return tokens;
    }

    private static JsonException Missing(string field) => new($"The field “{field}” is missing.");
}
