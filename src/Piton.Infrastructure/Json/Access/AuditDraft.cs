using System.Buffers;
using Piton.Domain.Access;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json.Access;

/// <summary>The entries of one group commit of the audit log in the making.</summary>
internal sealed class AuditDraft(OpenAudit audit) : ILogDraft
{
    private readonly LogGroup _group = new();
    private readonly ArrayBufferWriter<byte> _body = new(4096);

    public bool IsEmpty => _group.Lines == 0;

    public bool HasRoom => _group.HasRoom;

    // What relieves a full disk is written down as well.
    public bool MayUseReserve => true;

    public ReadOnlySpan<byte> Bytes => _group.Bytes;

    public ILogFile File => audit.File;

    public long Offset => audit.End.Length;

    public void Start() => _group.Start(audit.End.NextSequence);

    /// <exception cref="ArgumentException">It is too long for a line.</exception>
    public AuditOutcome Append(AuditEntry entry)
    {
        _body.ResetWrittenCount();
        AuditLine.Write(_body, entry);
        _group.Add(_body.WrittenSpan);
        return AuditOutcome.Done;
    }

    public void Seal() => _group.Seal();

    public void Publish() => audit.Publish(
        [.. Enumerable.Range(0, _group.Lines).Select(line => _group.PlaceOf(line, Offset).Offset)],
        new LogEnd(Offset + Bytes.Length, audit.End.NextSequence + _group.Lines));
}
