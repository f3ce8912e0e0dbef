using Piton.Domain.Images;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Backup;

/// <summary>The library that this process has open, while others work on it.</summary>
internal sealed class OpenLibrary(JsonImageCatalog catalogue, LogSnapshots logs) : ILibrarySource
{
    public Task<IReadOnlyList<LogSnapshot>> TakeLogsAsync(CancellationToken cancellationToken) => logs.TakeAsync(cancellationToken);

    public bool Contains(ImageId id) => catalogue.Contains(id);
}
