using Microsoft.Extensions.Logging;
using Piton.Domain.Library;

namespace Piton.Infrastructure.FileSystem;

/// <summary>Whether the disk can still be trusted: one flush that failed, of the catalogue or of a picture, ends all writes.</summary>
internal sealed partial class DiskHealth(ILogger<DiskHealth> logger) : ILibraryHealth
{
    private string? _reason;

    public bool IsReadOnly => Reason is not null;

    public string? Reason => Volatile.Read(ref _reason);

    /// <summary>Refuses every write until Piton is started again. The first reason stands.</summary>
    /// <param name="what">What was being written, as it stands behind “Writing”: a noun with its article, a path, or “to” and a folder.</param>
    /// <param name="cause">Why it was not.</param>
    public void TurnReadOnly(string what, Exception cause)
    {
        var reason = $"Writing {what} failed ({cause.Message.TrimEnd('.')}). Check the disk, then start Piton again.";
        if (Interlocked.CompareExchange(ref _reason, reason, null) is null)
        {
            LogReadOnly(what, cause);
        }
    }

    [LoggerMessage(LogLevel.Error, "Writing {What} failed: the library is read-only until Piton is started again.")]
    private partial void LogReadOnly(string what, Exception cause);
}
