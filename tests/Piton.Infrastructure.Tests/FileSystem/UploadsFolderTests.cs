using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Tests.FileSystem;

public sealed class UploadsFolderTests : IDisposable
{
    private readonly TempDataDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void ImageFolders_WhenSomethingElseIsThere_ShouldGiveTheImagesAlone()
    {
        var image = ImageId.New();
        Directory.CreateDirectory(_data.Paths.FolderOf(image));
        var id = ImageId.New().ToString();
        string[] strangers = ["lost+found", $"zz/{id}", $"{id[..2]}/{id.ToUpperInvariant()}", $"{id[..2]}/notes", id];
        foreach (var stranger in strangers)
        {
            Directory.CreateDirectory($"{_data.Paths.Uploads}/{stranger}");
        }

        File.WriteAllText($"{_data.Paths.Uploads}/{id[..2]}/{id[..2]}{id[2..]}", "a file, not a folder");
        var uploads = new UploadsFolder(_data.Paths);

        Assert.Equal([image], uploads.ImageFolders());
        Assert.Equal(6, uploads.Strangers().Count());
    }

    [Fact]
    public void ImageFolders_WhenThereIsNoFolderAtAll_ShouldBeEmpty()
    {
        Directory.Delete(_data.Paths.Uploads);
        var uploads = new UploadsFolder(_data.Paths);

        Assert.False(uploads.Exists);
        Assert.Empty(uploads.ImageFolders());
        Assert.Empty(uploads.Strangers());
    }
}
