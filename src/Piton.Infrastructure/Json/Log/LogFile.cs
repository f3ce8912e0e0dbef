using Microsoft.Win32.SafeHandles;
using Piton.Infrastructure.Telemetry;

namespace Piton.Infrastructure.Json.Log;

/// <summary>A file on a real disk.</summary>
internal sealed class LogFile(SafeFileHandle handle) : ILogFile
{
    public long Length => RandomAccess.GetLength(handle);

    public int Read(Span<byte> destination, long offset)
    {
        var total = 0;
        while (total < destination.Length)
        {
            var read = RandomAccess.Read(handle, destination[total..], offset + total);
            if (read == 0)
            {
                break;
            }

            total += read;
        }

        return total;
    }

    public void Write(ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(handle, bytes, offset);

    public void Flush()
    {
        using var timer = new FlushTimer("log");
        RandomAccess.FlushToDisk(handle);
    }

    public void Truncate(long length) => RandomAccess.SetLength(handle, length);

    public void Dispose() => handle.Dispose();
}
