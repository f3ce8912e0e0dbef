using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Tests.Json;

/// <summary>A file on a <see cref="MemoryDisk"/>.</summary>
internal sealed class MemoryFile(MemoryDisk disk) : ILogFile
{
    public byte[] Content { get; set; } = [];

    public byte[] Flushed { get; set; } = [];

    public long Length => Content.Length;

    public int Read(Span<byte> destination, long offset)
    {
        var count = (int)Math.Clamp(Content.Length - offset, 0, destination.Length);
        Content.AsSpan((int)offset, count).CopyTo(destination);
        return count;
    }

    public void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        try
        {
            disk.Before("write");
        }
        catch (IOException)
        {
            // A disk that is full, or fails, has taken some of it.
            Put(bytes[..(bytes.Length / 2)], offset);
            throw;
        }

        Put(bytes, offset);
    }

    public void Flush()
    {
        disk.Before("flush");
        Flushed = Content;
    }

    public void Truncate(long length)
    {
        disk.Before("truncate");
        Content = Content[..(int)length];
    }

    public void Dispose()
    {
    }

    private void Put(ReadOnlySpan<byte> bytes, long offset)
    {
        var content = new byte[Math.Max(Content.Length, offset + bytes.Length)];
        Content.CopyTo(content, 0);
        bytes.CopyTo(content.AsSpan((int)offset));
        Content = content;
    }
}
