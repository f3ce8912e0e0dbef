namespace Piton.Infrastructure.Json.Log;

/// <summary>An open log that can be held as it is, for as long as it takes to see where it ends.</summary>
internal interface IPausableLog
{
    /// <summary>Where the log goes on; stays so while it is paused.</summary>
    LogEnd End { get; }

    /// <summary>Keeps the log as it is, and its file in its place, until the lease is disposed of.</summary>
    Task<IDisposable> PauseAsync(CancellationToken cancellationToken);
}
