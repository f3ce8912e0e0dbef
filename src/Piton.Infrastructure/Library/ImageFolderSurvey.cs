using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Library;

/// <summary>Compares the folders of images with what the catalogue says of them, byte by byte.</summary>
internal sealed class ImageFolderSurvey(DataDirectory directory, DurableFiles disk, bool repair)
{
    /// <summary>What reads them, and counts what it reads.</summary>
    public FileSurvey Files { get; } = new(directory);

    public IEnumerable<LibraryDefect> Inspect(Image image)
    {
        var folder = directory.FolderOf(image.Id);
        if (!Directory.Exists(folder))
        {
            return [new LibraryDefect(DefectKind.FolderMissing, directory.Within(folder), "All files of the image are missing.")];
        }

        var expected = ImageFolder.FilesOf(image).ToList();
        return expected
            .Select(file => Files.Inspect($"{folder}/{file.Name}", file.Bytes, file.Hash))
            .Append(InspectFacts(folder, image))
            .OfType<LibraryDefect>()
            .Concat(Files.FindStrangers(folder, expected.Select(file => file.Name).Append(ImageFolder.FactsFile)));
    }

    private LibraryDefect? InspectFacts(string folder, Image image)
    {
        var path = $"{folder}/{ImageFolder.FactsFile}";
        if (!Path.Exists(path))
        {
            return RestoreFacts(new LibraryDefect(DefectKind.FactsMissing, directory.Within(path), "The file is missing."), path, image);
        }

        if (new FileInfo(path) is { Exists: true } file)
        {
            Files.Count(file.Length);
        }

        return ImageFolder.ReadFacts(folder) is { } facts && ImageFolder.AreFactsOf(facts, image)
            ? null
            : RestoreFacts(
                new LibraryDefect(DefectKind.FactsDamaged, directory.Within(path), "It does not say what the catalogue does."), path, image);
    }

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
}
