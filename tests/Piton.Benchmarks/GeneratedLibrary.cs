using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Json.Log;
using Piton.Infrastructure.Tests.Json;

namespace Piton.Benchmarks;

/// <summary>A library of many images, of which there are the catalogue and empty folders: the start, pages and search ask for no more.</summary>
internal sealed class GeneratedLibrary(int count)
{
    private const int PageSize = 60;

    public IReadOnlyList<Image> Images { get; } = [.. LibraryGenerator.Images(count)];

    public void WriteTo(string dataDirectory)
    {
        var directory = new DataDirectory(dataDirectory);
        foreach (var image in Images)
        {
            Directory.CreateDirectory(directory.FolderOf(image.Id));
        }

        CatalogLogWriter.Write(new LogDisk(), directory.Catalogue, Images);
    }

    /// <summary>The cursor of the last full page in that order; null where the first page is the last.</summary>
    public string LastPage(ImageSort sort)
    {
        var last = Ordered(sort).Skip(Images.Count - PageSize - 1).First();
        return CatalogCursor.Behind(last, sort).ToString();
    }

    private IOrderedEnumerable<Image> Ordered(ImageSort sort) => sort switch
    {
        ImageSort.Newest => Images.OrderByDescending(image => image.CreatedAt).ThenByDescending(image => image.Id),
        ImageSort.Oldest => Images.OrderBy(image => image.CreatedAt).ThenBy(image => image.Id),
        ImageSort.Name => Images.OrderBy(image => SearchText.Fold(image.Name), StringComparer.Ordinal).ThenBy(image => image.Id),
        ImageSort.NameDescending =>
            Images.OrderByDescending(image => SearchText.Fold(image.Name), StringComparer.Ordinal).ThenByDescending(image => image.Id),
        ImageSort.Size => Images.OrderByDescending(image => image.Full.Bytes).ThenByDescending(image => image.Id),
    };
}
