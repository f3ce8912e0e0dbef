using Microsoft.Extensions.Logging;

namespace Piton.Infrastructure.Json.Log;

/// <summary>Sees to it that a log of which most is out of date is written anew, one time after the other and beside all else.</summary>
internal sealed partial class LogCompactor : IAsyncDisposable
{
    private readonly SemaphoreSlim _running = new(1);
    private readonly CancellationTokenSource _closing = new();
    private readonly LogKind _kind;
    private readonly long _compactAbove;
    private readonly Func<long> _length;
    private readonly Func<long> _dead;
    private readonly Func<CancellationToken, Task> _compact;
    private readonly ILogger _logger;
    private Task _ownRun = Task.CompletedTask;
    private long _dueAbove;

    /// <param name="kind">What the log holds.</param>
    /// <param name="compactAbove">A log shorter than this, in bytes, is never compacted by itself.</param>
    /// <param name="length">How long the log is, in bytes.</param>
    /// <param name="dead">How much of it nobody needs any more, in bytes. Not asked of a short log.</param>
    /// <param name="compact">Writes the log anew.</param>
    /// <param name="logger">Told of each.</param>
    public LogCompactor(
        LogKind kind, long compactAbove, Func<long> length, Func<long> dead, Func<CancellationToken, Task> compact, ILogger logger)
    {
        _kind = kind;
        _compactAbove = _dueAbove = compactAbove;
        _length = length;
        _dead = dead;
        _compact = compact;
        _logger = logger;
    }

    /// <exception cref="IOException">The disk failed; nothing is lost.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await _running.WaitAsync(cancellationToken);
        try
        {
            var before = _length();
            await _compact(cancellationToken);
            LogCompacted(_logger, _kind.Title, before, _length());
        }
        finally
        {
            _running.Release();
        }
    }

    /// <summary>Starts where more than half of the log is out of date. Called by the log's writer alone, between two groups.</summary>
    public void StartWhenDue()
    {
        var length = _length();
        if (!_closing.IsCancellationRequested && _ownRun.IsCompleted && length >= _dueAbove && _dead() > length / 2)
        {
            _ownRun = Task.Run(RunByItselfAsync);
        }
    }

    /// <summary>Ends what <see cref="StartWhenDue"/> started, and lets it start nothing more.</summary>
    public async Task StopAsync()
    {
        await _closing.CancelAsync();
        await _ownRun;
    }

    /// <summary>Comes after the end of the writer, whose last groups may have begun one that has seen that it is not wanted.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ownRun;
        _running.Dispose();
        _closing.Dispose();
    }

    private async Task RunByItselfAsync()
    {
        try
        {
            await RunAsync(_closing.Token);
            _dueAbove = _compactAbove;
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            // The next start may do it.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // It would most likely fail again at once; it is tried again when there is twice as much to gain.
            _dueAbove = _length() * 2;
            LogNotCompacted(_logger, _kind.Title, exception);
        }
    }

    [LoggerMessage(LogLevel.Information, "Compacted {Title} from {Before} to {After} bytes.")]
    private static partial void LogCompacted(ILogger logger, string title, long before, long after);

    [LoggerMessage(LogLevel.Warning, "Compacting {Title} failed; it goes on as it is.")]
    private static partial void LogNotCompacted(ILogger logger, string title, Exception cause);
}
