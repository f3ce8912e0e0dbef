using System.Buffers;
using System.Security.Cryptography;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Library;

/// <summary>Reads files that do not change, byte by byte, and compares them with what they should be.</summary>
/// <param name="directory">The folder that they are in, from which on people are told where.</param>
internal sealed class FileSurvey(DataDirectory directory)
{
    private const int BufferSize = 128 * 1024;

    /// <summary>How many files were read so far.</summary>
    public long Files { get; private set; }

    /// <summary>How many bytes these have.</summary>
    public long Bytes { get; private set; }

    /// <summary>Counts a file that somebody else has read.</summary>
    public void Count(long bytes)
    {
        Files++;
        Bytes += bytes;
    }

    /// <summary>What is wrong with a file; null where nothing is.</summary>
    public LibraryDefect? Inspect(string path, long bytes, ContentHash hash)
    {
        try
        {
            using var file = StoredFile.Open(path);
            return file switch
            {
                null => new LibraryDefect(DefectKind.FileMissing, directory.Within(path), "The file is missing."),
                _ when file.Length != bytes => Damage(path, $"It has {file.Length} bytes and should have {bytes}."),
                _ when Read(file) != hash => Damage(path, "Its bytes are not those that were stored."),
                _ => null,
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Damage(path, $"It cannot be read: {e.Message}");
        }
    }

    /// <summary>What else is in a folder.</summary>
    /// <param name="folder">A folder that is there.</param>
    /// <param name="expected">The names that belong there.</param>
    public IEnumerable<LibraryDefect> FindStrangers(string folder, IEnumerable<string> expected) =>
        Directory.EnumerateFileSystemEntries(folder)
            .Where(path => !expected.Contains(Path.GetFileName(path)))
            .Select(path => new LibraryDefect(DefectKind.Stranger, directory.Within(path), "Piton did not put it there."));

    private LibraryDefect Damage(string path, string detail) => new(DefectKind.FileDamaged, directory.Within(path), detail);

    private ContentHash Read(StoredFile file)
    {
        Count(file.Length);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = file.Read(buffer)) > 0)
            {
                hash.AppendData(buffer, 0, read);
            }

            return ContentHash.FromBytes(hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
