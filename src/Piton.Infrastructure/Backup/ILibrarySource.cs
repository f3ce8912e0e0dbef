using Piton.Domain.Images;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Backup;

/// <summary>Where a backup has the library from.</summary>
internal interface ILibrarySource
{
    /// <summary>All logs that belong in a backup, as they are at one moment, the catalogue first.</summary>
    /// <returns>The caller's to dispose of.</returns>
    Task<IReadOnlyList<LogSnapshot>> TakeLogsAsync(CancellationToken cancellationToken);

    /// <summary>Whether it has an image still.</summary>
    bool Contains(ImageId id);
}
