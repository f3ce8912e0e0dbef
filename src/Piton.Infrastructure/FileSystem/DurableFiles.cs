namespace Piton.Infrastructure.FileSystem;

/// <summary>
/// Writes files so that they survive a power cut. A flush that fails is never tried again, since the kernel may call clean what it has
/// not written: the library turns read-only. Only where there was no room is nothing in doubt.
/// </summary>
internal sealed class DurableFiles(IStoreDisk disk, DiskHealth health)
{
    /// <summary>Writes a new file, on disk but for its name when it returns.</summary>
    public void Write(string path, ReadOnlySpan<byte> content)
    {
        using var file = Posix.CreateNew(path);
        RandomAccess.Write(file, content, 0);
        Flush(path, () => disk.FlushFile(file, path));
    }

    /// <summary>The same for a file that its owner alone may read.</summary>
    public void WritePrivate(string path, ReadOnlySpan<byte> content)
    {
        using var file = Posix.OpenOrCreatePrivate(path);
        RandomAccess.Write(file, content, 0);
        Flush(path, () => disk.FlushFile(file, path));
    }

    /// <summary>Puts the bytes of a file on disk that was written before.</summary>
    public void Flush(string path)
    {
        using var file = Posix.OpenOrCreate(path);
        Flush(path, () => disk.FlushFile(file, path));
    }

    /// <summary>Puts the names in a folder on disk.</summary>
    public void FlushFolder(string path) => Flush(path, () => disk.FlushFolder(path));

    private void Flush(string path, Action flush)
    {
        try
        {
            flush();
        }
        catch (IOException e) when (!e.IsFull())
        {
            health.TurnReadOnly(path, e);
            throw;
        }
    }
}
