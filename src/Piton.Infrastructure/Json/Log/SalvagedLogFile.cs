namespace Piton.Infrastructure.Json.Log;

/// <summary>
/// A log on a disk that does not give back all of it, for those who save what there is. What cannot be read is read as zeros, which are in no line: the lines
/// around it are whole. Only to be read.
/// </summary>
/// <param name="file">Owned by this.</param>
/// <param name="onLoss">Told why, of whatever cannot be read.</param>
internal sealed class SalvagedLogFile(ILogFile file, Action<string>? onLoss = null) : ILogFile
{
    // The system reads by pages, and gives back none of which a sector fails.
    private const int PageLength = 4096;

    public long Length => file.Length;

    public int Read(Span<byte> destination, long offset)
    {
        try
        {
            return file.Read(destination, offset);
        }
        catch (IOException)
        {
            return ReadByPages(destination, offset);
        }
    }

    public void Write(ReadOnlySpan<byte> bytes, long offset) => throw new NotSupportedException();

    public void Flush() => throw new NotSupportedException();

    public void Truncate(long length) => throw new NotSupportedException();

    public void Dispose() => file.Dispose();

    private int ReadByPages(Span<byte> destination, long offset)
    {
        var length = (int)Math.Clamp(Length - offset, 0, destination.Length);
        for (int at = 0, next; at < length; at = next)
        {
            next = (int)Math.Min(length, at + PageLength - ((offset + at) % PageLength));
            ReadPage(destination[at..next], offset + at);
        }

        return length;
    }

    private void ReadPage(Span<byte> page, long offset)
    {
        page.Clear();
        try
        {
            file.Read(page, offset);
        }
        catch (IOException e)
        {
            onLoss?.Invoke(e.Message);
        }
    }
}
