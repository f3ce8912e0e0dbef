using Piton.Domain.Images;

namespace Piton.Infrastructure.Importing;

/// <summary>Every file of a folder and of the folders in it. What begins with a dot is hidden and left alone.</summary>
internal sealed class PlainListing(SourceFolder source, DateTimeOffset now, List<ImportRefusal> refusals)
{
    public IEnumerable<ImportItem> Read(CancellationToken cancellationToken)
    {
        var waiting = new Stack<string>([""]);
        while (waiting.TryPop(out var folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var entry in EntriesOf(folder))
            {
                var place = Path.Combine(folder, entry.Name);
                if (entry is FileInfo file)
                {
                    yield return new ImportItem(place, entry.Name, FileTime.Of(file, now), null);
                }
                else if (entry.LinkTarget is not null)
                {
                    refusals.Add(new ImportRefusal(place, ImportFlaw.OutsideFolder, "It is a link to a folder, which is not followed."));
                }
                else if (PitonFolder.RefusalOf(entry.FullName, place) is { } refusal)
                {
                    refusals.Add(refusal);
                }
                else
                {
                    waiting.Push(place);
                }
            }
        }
    }

    private IReadOnlyList<FileSystemInfo> EntriesOf(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(source.PathOf(folder)).EnumerateFileSystemInfos().Where(entry => !entry.Name.StartsWith('.'))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            refusals.Add(SourceFolder.RefusalOfName(folder)
                ?? new ImportRefusal(folder.Length > 0 ? folder : ".", ImportFlaw.Unreadable, $"The folder cannot be read: {e.Message}"));
            return [];
        }
    }
}
