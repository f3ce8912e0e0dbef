using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Tests.Json;

/// <summary>Makes JSON catalogues for tests.</summary>
internal static class TestCatalogs
{
    /// <summary>Where the log of a catalogue on a <c>MemoryDisk</c> is.</summary>
    public const string Path = "/data/images.jsonl";

    /// <summary>The room that the log keeps for itself.</summary>
    public const string Reserve = Path + ".reserve";

    public static JsonImageCatalog Create(
        ILogDisk disk, TimeProvider? time = null, long compactAbove = long.MaxValue, DiskHealth? health = null) => new(
        disk,
        health ?? NewHealth(),
        time ?? TimeProvider.System,
        Options.Create(new JsonCatalogOptions { CompactAbove = compactAbove }),
        NullLogger<JsonImageCatalog>.Instance);

    public static DiskHealth NewHealth() => new(NullLogger<DiskHealth>.Instance);

    public static async Task<JsonImageCatalog> OpenAsync(
        ILogDisk disk, string directory = "/data", long compactAbove = long.MaxValue, DiskHealth? health = null)
    {
        var catalog = Create(disk, compactAbove: compactAbove, health: health);
        await catalog.OpenAsync(directory, CancellationToken.None);
        return catalog;
    }

    /// <summary>Every image by id, read page by page.</summary>
    public static async Task<Dictionary<ImageId, Image>> AllAsync(this IImageListing catalog)
    {
        var images = new Dictionary<ImageId, Image>();
        foreach (var trashed in new[] { false, true })
        {
            var page = await catalog.PageAsync(new CatalogQuery(ImageSort.Name, int.MaxValue, Trashed: trashed) { Scope = CatalogScope.All }, CancellationToken.None);
            foreach (var image in page.Items)
            {
                images.Add(image.Id, image);
            }
        }

        return images;
    }
}
