using System.Text.Json;
using Piton.Domain.Access;
using Piton.Infrastructure.Json.Log;
using Piton.Infrastructure.Json.Records;

namespace Piton.Infrastructure.Json.Access;

/// <summary>The lines of the log of accounts.</summary>
internal sealed class AccountFormat() : RecordFormat<AccountId, Account>(LogKind, "account")
{
    private static LogKind LogKind { get; } = new(
        "accounts",
        "the accounts",
        $"Restore the file from a backup. Without one, move it and {JsonAuditLog.FileName} away: Piton then starts without any account and asks for a first "
        + "administrator, and the images stay those of accounts that are no more.");

    public override AccountId KeyOf(Account record) => record.Id;

    protected override bool TryParseKey(string text, out AccountId key) => AccountId.TryParse(text, out key);

    protected override void Write(Utf8JsonWriter writer, Account record) => AccountJson.Write(writer, record);

    protected override Account Read(ref Utf8JsonReader reader) => AccountJson.Read(ref reader);
}
