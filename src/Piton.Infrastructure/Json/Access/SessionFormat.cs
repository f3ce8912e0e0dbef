using System.Text.Json;
using Piton.Domain.Access;
using Piton.Infrastructure.Json.Log;
using Piton.Infrastructure.Json.Records;

namespace Piton.Infrastructure.Json.Access;

/// <summary>The lines of the log of sessions.</summary>
internal sealed class SessionFormat() : RecordFormat<SessionId, Session>(LogKind, "session")
{
    private static LogKind LogKind { get; } = new(
        "sessions", "the sessions", "Move the file away and start Piton again: everybody has to sign in once more, and nothing else is lost.");

    public override SessionId KeyOf(Session record) => record.Id;

    protected override bool TryParseKey(string text, out SessionId key) => SessionId.TryParse(text, out key);

    protected override void Write(Utf8JsonWriter writer, Session record) => SessionJson.Write(writer, record);

    protected override Session Read(ref Utf8JsonReader reader) => SessionJson.Read(ref reader);
}
