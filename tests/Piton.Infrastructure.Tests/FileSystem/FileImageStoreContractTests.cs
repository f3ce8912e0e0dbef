using Piton.Domain.Images;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Infrastructure.Tests.FileSystem;

public sealed class FileImageStoreContractTests : ImageStoreContract, IDisposable
{
    private readonly TempDataDirectory _data;

    public FileImageStoreContractTests()
    {
        _data = new TempDataDirectory(maxStagedBytes: StagedBytesCap);
        Store = _data.NewStore();
    }

    protected override IImageStore Store { get; }

    public void Dispose() => _data.Dispose();

    protected override Task<int> CountStagedAsync() => Task.FromResult(Directory.GetFileSystemEntries(_data.Paths.Staging).Length);

    protected override Task<int> CountImagesAsync() =>
        Task.FromResult(Directory.GetDirectories(_data.Paths.Uploads).Sum(shard => Directory.GetFileSystemEntries(shard).Length));
}
