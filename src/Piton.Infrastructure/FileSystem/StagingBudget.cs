using Microsoft.Extensions.Options;

namespace Piton.Infrastructure.FileSystem;

/// <summary>The bytes that all uploads under way may hold together, so that slow senders cannot fill the disk.</summary>
internal sealed class StagingBudget(IOptions<DataDirectoryOptions> options)
{
    private long _left = options.Value.MaxStagedBytes;

    /// <summary>The bytes of all uploads under way; more than there may be for as long as one is being refused.</summary>
    public long Taken => options.Value.MaxStagedBytes - Interlocked.Read(ref _left);

    public bool TryTake(long bytes)
    {
        if (Interlocked.Add(ref _left, -bytes) >= 0)
        {
            return true;
        }

        Return(bytes);
        return false;
    }

    public void Return(long bytes) => Interlocked.Add(ref _left, bytes);
}
