using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Infrastructure.Tests.FileSystem;

public sealed class FileImageStoreTests : IDisposable
{
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly TempDataDirectory _data = new();
    private readonly FileImageStore _store;

    public FileImageStoreTests()
    {
        _store = _data.NewStore();
    }

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task CommitAsync_WhenDone_ShouldLayTheFolderOutAsDesigned()
    {
        var upload = TestUpload.Create(1);

        await CommitAsync(upload);

        var id = upload.Image.Id.ToString();
        var files = Directory.GetFiles(_data.Paths.Root, "*", SearchOption.AllDirectories).Select(file => file[(_data.Paths.Root.Length + 1)..]);
        Assert.Equal(
            [$"uploads/{id[..2]}/{id}/full.webp", $"uploads/{id[..2]}/{id}/image.json", $"uploads/{id[..2]}/{id}/w320.webp"],
            files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task CommitAsync_WhenDone_ShouldKeepWhatIsKnownBesideTheFiles()
    {
        var upload = TestUpload.Create(2);

        await CommitAsync(upload);

        var json = await File.ReadAllBytesAsync(Path.Combine(_data.Paths.FolderOf(upload.Image.Id), "image.json"));
        Assert.Equal(upload.Image, ImageFacts.TryParse(json));
    }

    [Fact]
    public async Task CommitAsync_WhenTheOriginalIsKept_ShouldKeepItByItsContentsFormat()
    {
        var upload = TestUpload.Create(3, keepSource: true);

        await CommitAsync(upload);

        var original = Path.Combine(_data.Paths.FolderOf(upload.Image.Id), "original.jpg");
        Assert.Equal(upload.Source, await File.ReadAllBytesAsync(original));
    }

    [Fact]
    public async Task StageAsync_WhenAnUploadCouldNotBeDeleted_ShouldNotCountItAgainstTheCapForEver()
    {
        var source = TestUpload.Create(4, 600_000).Source;
        var first = await _store.StageAsync(new MemoryStream(source), source.Length, CancellationToken.None);
        Directory.Delete(Assert.Single(Directory.GetDirectories(_data.Paths.Staging)), recursive: true);
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => first.Upload!.DisposeAsync().AsTask());

        var second = await _store.StageAsync(new MemoryStream(source), source.Length, CancellationToken.None);

        await using var upload = second.Upload;
        Assert.Equal(StageOutcome.Staged, second.Outcome);
    }

    [Fact]
    public async Task OpenAsync_WhenTheFileWasCutShort_ShouldSayWhichAndNotHandItOut()
    {
        var upload = TestUpload.Create(5);
        await CommitAsync(upload);
        var full = Path.Combine(_data.Paths.FolderOf(upload.Image.Id), "full.webp");
        await File.WriteAllBytesAsync(full, (await File.ReadAllBytesAsync(full))[..20]);

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => _store.OpenAsync(upload.Image.Id, upload.Image.Full, CancellationToken.None));

        Assert.Contains(full, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenOriginalAsync_WhenTheFolderHoldsOneThatNobodyKept_ShouldGiveNothing()
    {
        var upload = TestUpload.Create(3);
        await CommitAsync(upload);
        await File.WriteAllBytesAsync(Path.Combine(_data.Paths.FolderOf(upload.Image.Id), "original.jpg"), upload.Source);

        Assert.Null(await _store.OpenOriginalAsync(upload.Image.Id, upload.Image.Source, CancellationToken.None));
    }

    [Fact]
    public async Task CommitAsync_WhenDone_ShouldShutOthersOut()
    {
        await CommitAsync(TestUpload.Create(4));

        var entries = Directory.GetFileSystemEntries(_data.Paths.Root, "*", SearchOption.AllDirectories);
        Assert.True(entries.Length > 8);
        Assert.All(entries.Append(_data.Paths.Root), entry => Assert.Equal(UnixFileMode.None, ModeOf(entry) & Others));
        Assert.All(
            (string[])[_data.Paths.Keys, _data.Paths.Staging, _data.Paths.Orphans],
            folder => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, ModeOf(folder)));
    }

    [Fact]
    public async Task CommitAsync_WhenTheUploadIsNotOfThisStore_ShouldThrow()
    {
        var upload = TestUpload.Create(5);
        var foreign = NSubstitute.Substitute.For<IStagedUpload>();

        await Assert.ThrowsAsync<ArgumentException>(
            () => _store.CommitAsync(foreign, upload.Image, upload.Files, CancellationToken.None));
    }

    [Fact]
    public async Task OpenRead_WhenTheUploadWasGivenUp_ShouldThrow()
    {
        var result = await _store.StageAsync(new MemoryStream([1, 2, 3]), 10, CancellationToken.None);
        await result.Upload!.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(() => result.Upload.OpenRead());
    }

    private static UnixFileMode ModeOf(string path) => new FileInfo(path).UnixFileMode;

    private async Task CommitAsync(TestUpload upload)
    {
        var result = await _store.StageAsync(new MemoryStream(upload.Source), 10_000_000, CancellationToken.None);
        await using var staged = result.Upload!;
        Assert.Equal(CommitOutcome.Committed, await _store.CommitAsync(staged, upload.Image, upload.Files, CancellationToken.None));
    }
}
