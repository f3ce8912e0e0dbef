using System.Buffers;
using System.Security.Cryptography;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Library;

/// <summary>Compares the folders of images with what the catalogue says of them, byte by byte.</summary>
internal sealed class ImageFolderSurvey(DataDirectory directory, DurableFiles disk, bool repair)
{
    private const int BufferSize = 128 * 1024;

    /// <summary>How many files were read so far.</summary>
    public long Files { get; private set; }

    /// <summary>How many bytes these have.</summary>
    public long Bytes { get; private set; }

    public IEnumerable<LibraryDefect> Inspect(Image image)
    {
        var folder = directory.FolderOf(image.Id);
        if (!Directory.Exists(folder))
        {
            return [new LibraryDefect(DefectKind.FolderMissing, directory.Within(folder), "All files of the image are missing.")];
        }

        var expected = ExpectedFiles(image).ToList();
        return expected
            .Select(file => InspectFile($"{folder}/{file.Name}", file.Bytes, file.Hash))
            .Append(InspectFacts(folder, image))
            .OfType<LibraryDefect>()
            .Concat(FindStrangers(folder, expected.Select(file => file.Name).Append(ImageFolder.FactsFile)));
    }

    private static IEnumerable<(string Name, long Bytes, ContentHash Hash)> ExpectedFiles(Image image)
    {
        var renditions = image.Renditions.Select(rendition => (rendition.FileName, rendition.Bytes, rendition.Hash));
        return image.Source.Kept
            ? renditions.Append((ImageFolder.OriginalFile(image.Source), image.Source.Bytes, image.Source.Hash))
            : renditions;
    }

    private LibraryDefect? InspectFile(string path, long bytes, ContentHash hash)
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

    private LibraryDefect Damage(string path, string detail) => new(DefectKind.FileDamaged, directory.Within(path), detail);

    private LibraryDefect? InspectFacts(string folder, Image image)
    {
        var path = $"{folder}/{ImageFolder.FactsFile}";
        if (!Path.Exists(path))
        {
            return RestoreFacts(new LibraryDefect(DefectKind.FactsMissing, directory.Within(path), "The file is missing."), path, image);
        }

        if (new FileInfo(path) is { Exists: true } file)
        {
            Files++;
            Bytes += file.Length;
        }

        return ImageFolder.ReadFacts(folder) is { } facts && HasSameOrigin(facts, image)
            ? null
            : RestoreFacts(
                new LibraryDefect(DefectKind.FactsDamaged, directory.Within(path), "It does not say what the catalogue does."), path, image);
    }

    // Names, visibility and the like may have changed since; what the files are has not.
    private static bool HasSameOrigin(Image facts, Image image) =>
        (facts.Id, facts.CreatedAt, facts.Source) == (image.Id, image.CreatedAt, image.Source)
        && facts.Renditions.SequenceEqual(image.Renditions);

    private LibraryDefect RestoreFacts(LibraryDefect defect, string path, Image image)
    {
        if (!repair)
        {
            return defect;
        }

        var draft = directory.NewStagingPath();
        try
        {
            disk.Write(draft, ImageFacts.Serialize(image));
            File.Move(draft, path, overwrite: true);
            disk.FlushFolder(directory.FolderOf(image.Id));
            return defect with { Repaired = true };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
            return defect with { Detail = $"{defect.Detail} It cannot be written anew: {e.Message}" };
        }
    }

    private IEnumerable<LibraryDefect> FindStrangers(string folder, IEnumerable<string> expected) =>
        Directory.EnumerateFileSystemEntries(folder)
            .Where(path => !expected.Contains(Path.GetFileName(path)))
            .Select(path => new LibraryDefect(DefectKind.Stranger, directory.Within(path), "Piton did not put it there."));

    private ContentHash Read(StoredFile file)
    {
        Files++;
        Bytes += file.Length;
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
