namespace Piton.Infrastructure.Json.Log;

/// <summary>The beginning of a log that another has open and writes on. Only to be read; its owner closes it.</summary>
internal sealed class LogFileUpTo(ILogFile file, long length) : ILogFile
{
    public long Length => length;

    public int Read(Span<byte> destination, long offset) => file.Read(destination[..(int)Math.Min(destination.Length, Math.Max(0, length - offset))], offset);

    public void Write(ReadOnlySpan<byte> bytes, long offset) => throw new NotSupportedException();

    public void Flush() => throw new NotSupportedException();

    public void Truncate(long length) => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
