using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Json.Access;

namespace Piton.Infrastructure.Library;

/// <summary>Compacts the logs one after the other. The audit log has nothing out of date in it.</summary>
internal sealed class LibraryCompaction(
    DataDirectory directory, JsonImageCatalog images, JsonAccountCatalog accounts, JsonSessionCatalog sessions, ILibraryHealth health)
{
    public async Task<IReadOnlyList<CompactedLog>> CompactAsync(CancellationToken cancellationToken)
    {
        (string Name, Func<CancellationToken, Task> Compact)[] logs =
        [
            (JsonImageCatalog.FileName, images.CompactAsync),
            (JsonAccountCatalog.FileName, accounts.CompactAsync),
            (JsonSessionCatalog.FileName, sessions.CompactAsync),
        ];
        var compacted = new List<CompactedLog>(logs.Length);
        foreach (var (name, compact) in logs)
        {
            var before = LengthOf(name);
            try
            {
                await compact(cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                throw new LibraryException($"{name} could not be written anew: {e.Message.TrimEnd('.')}. {Outcome()}", e);
            }

            compacted.Add(new CompactedLog(name, before, LengthOf(name)));
        }

        return compacted;
    }

    // Where the name of the new one may not be on disk, that one is in force all the same.
    private string Outcome() => health.IsReadOnly
        ? "Nothing is lost, but the library is read-only until Piton is started again."
        : "The old one is in force as it was.";

    private long LengthOf(string name) => new FileInfo(Path.Combine(directory.Root, name)).Length;
}
