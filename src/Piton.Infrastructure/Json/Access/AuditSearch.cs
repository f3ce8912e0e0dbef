using Piton.Domain.Access;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json.Access;

/// <summary>Finds entries by their bytes before it reads any: of a million lines, most are not meant.</summary>
internal sealed class AuditSearch(AuditFilter filter)
{
    private readonly byte[] _action = filter.Action is null ? [] : AuditJson.BytesOf(filter.Action);
    private readonly byte[] _account = filter.Account is { } account ? AuditJson.BytesOf(account) : [];

    /// <summary>The entry of a line; null where it is not meant.</summary>
    /// <inheritdoc cref="AuditLine.Read" path="/exception"/>
    public AuditEntry? Read(LogLine line)
    {
        if (line.Body.IndexOf(_action) < 0 || line.Body.IndexOf(_account) < 0)
        {
            return null;
        }

        var entry = AuditLine.Read(line);
        return filter.Holds(entry) ? entry : null;
    }
}
