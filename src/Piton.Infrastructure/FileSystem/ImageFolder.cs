using Piton.Domain.Images;

namespace Piton.Infrastructure.FileSystem;

/// <summary>What is in the folder of an image, and how it gets there.</summary>
internal static class ImageFolder
{
    /// <summary>The file that holds what was known of the image at upload.</summary>
    public const string FactsFile = "image.json";

    /// <summary>The name of the kept original.</summary>
    public static string OriginalFile(ImageSource source) => $"original.{source.Format.Extension()}";

    /// <summary>Turns the folder of an upload into that of an image, on disk when it returns.</summary>
    public static void Write(
        StagedUpload staged, Image image, IReadOnlyList<EncodedRendition> files, CancellationToken cancellationToken)
    {
        if (!files.Select(file => file.Facts).SequenceEqual(image.Renditions))
        {
            throw new ArgumentException("The files are not the renditions of the image.", nameof(files));
        }

        SettleSource(staged, image.Source);
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteFile($"{staged.Folder}/{file.Facts.FileName}", file.Content.Span);
        }

        WriteFile($"{staged.Folder}/{FactsFile}", ImageFacts.Serialize(image));
        Posix.SyncDirectory(staged.Folder);
    }

    /// <summary>What was known of an image at upload; null where that is missing or damaged.</summary>
    public static Image? ReadFacts(string folder)
    {
        var path = $"{folder}/{FactsFile}";
        return File.Exists(path) ? ImageFacts.TryParse(File.ReadAllBytes(path)) : null;
    }

    /// <summary>Writes a new file, on disk but for its name when it returns.</summary>
    public static void WriteFile(string path, ReadOnlySpan<byte> content)
    {
        using var file = Posix.CreateNew(path);
        RandomAccess.Write(file, content, 0);
        RandomAccess.FlushToDisk(file);
    }

    private static void SettleSource(StagedUpload staged, ImageSource source)
    {
        if (!source.Kept)
        {
            File.Delete(staged.SourcePath);
            return;
        }

        var original = $"{staged.Folder}/{OriginalFile(source)}";
        File.Move(staged.SourcePath, original);
        using var file = Posix.OpenOrCreate(original);
        RandomAccess.FlushToDisk(file);
    }
}
