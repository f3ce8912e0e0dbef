using Piton.Domain.Images;

namespace Piton.Infrastructure.FileSystem;

/// <summary>What is in the folder of an image, and how it gets there.</summary>
internal static class ImageFolder
{
    /// <summary>The file that holds what was known of the image at upload.</summary>
    public const string FactsFile = "image.json";

    /// <summary>The name of the kept original.</summary>
    public static string OriginalFile(ImageSource source) => $"original.{source.Format.Extension()}";

    /// <summary>What is in the folder besides <see cref="FactsFile"/>.</summary>
    public static IEnumerable<(string Name, long Bytes, ContentHash Hash)> FilesOf(Image image)
    {
        var renditions = image.Renditions.Select(rendition => (rendition.FileName, rendition.Bytes, rendition.Hash));
        return image.Source.Kept
            ? renditions.Append((OriginalFile(image.Source), image.Source.Bytes, image.Source.Hash))
            : renditions;
    }

    /// <summary>Whether facts of an upload are those of an image. Names, visibility and the like may have changed since; what the files are has not.</summary>
    public static bool AreFactsOf(Image facts, Image image) =>
        (facts.Id, facts.CreatedAt, facts.Source) == (image.Id, image.CreatedAt, image.Source)
        && facts.Renditions.SequenceEqual(image.Renditions);

    /// <summary>Turns the folder of an upload into that of an image, on disk when it returns.</summary>
    public static void Write(
        DurableFiles disk, StagedUpload staged, Image image, IReadOnlyList<EncodedRendition> files, CancellationToken cancellationToken)
    {
        if (!files.Select(file => file.Facts).SequenceEqual(image.Renditions))
        {
            throw new ArgumentException("The files are not the renditions of the image.", nameof(files));
        }

        SettleSource(disk, staged, image.Source);
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            disk.Write($"{staged.Folder}/{file.Facts.FileName}", file.Content.Span);
        }

        disk.Write($"{staged.Folder}/{FactsFile}", ImageFacts.Serialize(image));
        disk.FlushFolder(staged.Folder);
    }

    /// <summary>What was known of an image at upload; null where that is missing, damaged or cannot be read.</summary>
    public static Image? ReadFacts(string folder)
    {
        try
        {
            return ImageFacts.TryParse(File.ReadAllBytes($"{folder}/{FactsFile}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a folder says of itself that it is the image's, so that it can be taken into a catalogue.</summary>
    public static bool IsWhole(string folder, ImageId id) => ReadFacts(folder)?.Id == id;

    private static void SettleSource(DurableFiles disk, StagedUpload staged, ImageSource source)
    {
        if (!source.Kept)
        {
            File.Delete(staged.SourcePath);
            return;
        }

        var original = $"{staged.Folder}/{OriginalFile(source)}";
        File.Move(staged.SourcePath, original);
        disk.Flush(original);
    }
}
