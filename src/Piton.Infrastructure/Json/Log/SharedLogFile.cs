namespace Piton.Infrastructure.Json.Log;

/// <summary>A file that is closed once nobody reads it any more: compaction may put another in its place during a read.</summary>
/// <param name="file">Owned by this.</param>
internal sealed class SharedLogFile(ILogFile file) : IDisposable
{
    private int _holders = 1;

    public ILogFile File => file;

    /// <summary>Holds the file open until the lease is disposed of. Not to be called after the owner's own <see cref="Dispose"/>.</summary>
    public SharedLogFile Hold()
    {
        Interlocked.Increment(ref _holders);
        return this;
    }

    /// <summary>Ends one hold, the owner's or a lease's.</summary>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            file.Dispose();
        }
    }
}
