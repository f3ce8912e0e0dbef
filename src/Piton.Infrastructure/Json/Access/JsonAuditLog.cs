using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Piton.Domain.Access;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json.Access;

/// <summary>The audit log as a log of JSON lines; memory holds where each of them is. Created closed; <see cref="OpenAsync"/> comes before all else.</summary>
internal sealed class JsonAuditLog(ILogDisk disk, DiskHealth health, TimeProvider time, ILogger<JsonAuditLog> logger)
    : IAuditLog, IPausableLog, IAsyncDisposable
{
    /// <summary>The log's name in the data folder.</summary>
    public const string FileName = "audit.jsonl";

    private OpenAudit? _openAudit;
    private LogWriter<AuditDraft, AuditOutcome>? _openWriter;
    private bool _isClosed;

    public LogEnd End => Audit.End;

    private OpenAudit Audit => _openAudit ?? throw NotOpen();

    private LogWriter<AuditDraft, AuditOutcome> Writer => _openWriter ?? throw NotOpen();

    /// <summary>Opens the log in the data folder, or creates it; cuts off a group that a power cut tore.</summary>
    /// <exception cref="LibraryException">The log is damaged.</exception>
    public async Task OpenAsync(string directory, CancellationToken cancellationToken)
    {
        if (_openAudit is not null)
        {
            throw new InvalidOperationException("The audit log is open already.");
        }

        var path = Path.Combine(directory, FileName);
        var offsets = new List<long>();
        var (file, end) = await Task.Run(
            () => new LogOpener(disk, time, logger).Open(path, AuditLine.Kind, (_, place) => offsets.Add(place.Offset)), cancellationToken);
        _openAudit = new OpenAudit(path, file, end, offsets);
        var reserve = new LogReserve(disk, path + ".reserve");
        reserve.Take();
        _openWriter = new LogWriter<AuditDraft, AuditOutcome>(
            AuditLine.Kind, new AuditDraft(_openAudit), reserve, health, logger, Refusal, () => { });
    }

    // A library on a read-only disk is backed up without being opened.
    public Task<AuditOutcome> AppendAsync(AuditEntry entry, CancellationToken cancellationToken) => _openWriter is null && health.IsReadOnly
        ? Task.FromResult(AuditOutcome.ReadOnly)
        : Writer.WriteAsync(draft => draft.Append(entry), cancellationToken);

    public Task<IDisposable> PauseAsync(CancellationToken cancellationToken) => Writer.PauseAsync(cancellationToken);

    public Task<AuditPage> PageAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        var audit = Audit;
        return Task.Run(() => Page(audit, query, cancellationToken), cancellationToken);
    }

    public async IAsyncEnumerable<AuditEntry> ReadAsync(AuditFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (audit, places) = (Audit, Audit.Places);
        var search = new AuditSearch(filter);
        for (int first = 0, last; first < places.Count; first = last)
        {
            last = OpenAudit.BlockBehind(places, first);
            var (from, to) = (first, last);
            foreach (var entry in await Task.Run(() => audit.Read(places, from, to, search), cancellationToken))
            {
                yield return entry;
            }
        }
    }

    /// <summary>Writes what is queued and closes the log. Whoever opened it closes it, and the container once more.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        if (_openWriter is not null)
        {
            await _openWriter.DisposeAsync();
        }

        _openAudit?.Dispose();
    }

    private static AuditPage Page(OpenAudit audit, AuditQuery query, CancellationToken cancellationToken)
    {
        var places = audit.Places;
        var search = new AuditSearch(query.Filter);
        var items = new List<AuditEntry>();
        var last = (int)Math.Clamp(query.Before ?? long.MaxValue, 1, places.Count + 1L) - 1;
        while (last > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var first = OpenAudit.BlockBefore(places, last);
            items.AddRange(audit.Read(places, first, last, search).AsEnumerable().Reverse());
            if (items.Count > query.Limit)
            {
                return new AuditPage(items.GetRange(0, query.Limit), items[query.Limit - 1].Id);
            }

            last = first;
        }

        return new AuditPage(items, null);
    }

    private static InvalidOperationException NotOpen() => new("The audit log has not been opened.");

    private static AuditOutcome Refusal(LogOutcome outcome) => outcome switch
    {
        LogOutcome.DiskFull => AuditOutcome.DiskFull,
        LogOutcome.ReadOnly => AuditOutcome.ReadOnly,
        LogOutcome.Done => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
