using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Tests.Json;

/// <summary>A log on a disk that does not give back some of it.</summary>
/// <param name="content">What was written.</param>
internal sealed class UnreadableLogFile(byte[] content) : ILogFile
{
    private const int InputOutput = 5;

    /// <summary>The first byte that cannot be read, and the first behind those.</summary>
    public (long From, long To) Lost { get; set; }

    public long Length => content.Length;

    public int Read(Span<byte> destination, long offset)
    {
        var length = (int)Math.Clamp(content.Length - offset, 0, destination.Length);
        if (offset < Lost.To && offset + length > Lost.From)
        {
            throw new IOException("Input/output error", InputOutput);
        }

        content.AsSpan((int)offset, length).CopyTo(destination);
        return length;
    }

    public void Write(ReadOnlySpan<byte> bytes, long offset) => throw new NotSupportedException();

    public void Flush() => throw new NotSupportedException();

    public void Truncate(long length) => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
