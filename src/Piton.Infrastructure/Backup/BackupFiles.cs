using System.Buffers;
using System.Security.Cryptography;
using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Backup;

/// <summary>
/// Copies files so that they survive a power cut. Unlike the library's own writes, one that fails says nothing of the library: it ends the
/// run and nothing else.
/// </summary>
internal sealed class BackupFiles(IStoreDisk disk)
{
    private const int BufferSize = 1 << 20;

    /// <summary>Reads at an offset as much as there is; 0 at the end.</summary>
    public delegate int Source(Span<byte> destination, long offset);

    /// <summary>Copies into a new file, on disk but for its name when it returns. A source that cannot be read is told and not thrown.</summary>
    /// <exception cref="IOException">The copy cannot be written.</exception>
    public CopiedFile Copy(Source source, string path, bool isPrivate = true)
    {
        using var file = isPrivate ? Posix.CreateNewPrivate(path) : Posix.CreateNew(path);
        var copied = Copy(source, (bytes, offset) => RandomAccess.Write(file, bytes, offset));
        disk.FlushFile(file, path);
        return copied;
    }

    /// <summary>The same of a file. One that cannot be opened or read to its end leaves no copy.</summary>
    /// <param name="from">The file.</param>
    /// <param name="to">The new one.</param>
    /// <param name="flaw">Why it cannot be read; null where it is copied, and where it is not there.</param>
    /// <param name="isPrivate">Whether the copy is for its owner alone.</param>
    /// <returns>Null where there is no copy.</returns>
    /// <exception cref="IOException">The copy cannot be written.</exception>
    public CopiedFile? TryCopy(string from, string to, out string? flaw, bool isPrivate = true)
    {
        using var source = TryOpen(from, out flaw);
        if (source is null)
        {
            return null;
        }

        var copy = Copy((bytes, _) => source.Read(bytes), to, isPrivate);
        flaw = copy.Flaw;
        if (flaw is null)
        {
            return copy;
        }

        File.Delete(to);
        return null;
    }

    /// <summary>Whether a file can be read, and has the hash that it should.</summary>
    public static bool IsRight(string path, ManifestFile expected)
    {
        using var file = TryOpen(path, out _);
        return file is not null && Read((bytes, _) => file.Read(bytes)) is { Flaw: null } read && read.Hash == expected.Hash;
    }

    /// <summary>What <see cref="Copy(Source, string, bool)"/> would say of a source.</summary>
    public static CopiedFile Read(Source source) => Copy(source, (_, _) => { });

    /// <summary>Writes a new file, on disk but for its name when it returns.</summary>
    public void Write(string path, ReadOnlySpan<byte> content)
    {
        using var file = Posix.CreateNewPrivate(path);
        RandomAccess.Write(file, content, 0);
        disk.FlushFile(file, path);
    }

    /// <summary>Adds to the end of a file, and puts that on disk.</summary>
    public void Append(string path, ReadOnlySpan<byte> content)
    {
        using var file = Posix.OpenOrCreatePrivate(path);
        RandomAccess.Write(file, content, RandomAccess.GetLength(file));
        disk.FlushFile(file, path);
    }

    /// <summary>Puts the names in a folder on disk.</summary>
    public void FlushFolder(string path) => disk.FlushFolder(path);

    /// <summary>Puts the names in a folder and in all folders in it on disk.</summary>
    public void FlushTree(string path)
    {
        foreach (var folder in Directory.EnumerateDirectories(path, "*", SearchOption.AllDirectories))
        {
            disk.FlushFolder(folder);
        }

        disk.FlushFolder(path);
    }

    /// <summary>Completes a manifest.</summary>
    public ManifestTotals Complete(ManifestWriter manifest) => manifest.Complete(disk);

    private delegate void Destination(ReadOnlySpan<byte> bytes, long offset);

    private static CopiedFile Copy(Source source, Destination destination)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long copied = 0;
            int read;
            while ((read = TryRead(source, buffer, copied, out var flaw)) > 0 || flaw is not null)
            {
                if (flaw is not null)
                {
                    return new CopiedFile(copied, default, flaw);
                }

                destination(buffer.AsSpan(0, read), copied);
                hash.AppendData(buffer, 0, read);
                copied += read;
            }

            return new CopiedFile(copied, ContentHash.FromBytes(hash.GetHashAndReset()), null);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static StoredFile? TryOpen(string path, out string? flaw)
    {
        flaw = null;
        try
        {
            return StoredFile.Open(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            flaw = e.Message;
            return null;
        }
    }

    private static int TryRead(Source source, Span<byte> buffer, long offset, out string? flaw)
    {
        try
        {
            flaw = null;
            return source(buffer, offset);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            flaw = e.Message;
            return 0;
        }
    }
}
