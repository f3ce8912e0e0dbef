using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Tests.FileSystem;

/// <summary>A data folder of its own for one test, gone after it.</summary>
internal sealed class TempDataDirectory : IDisposable
{
    public TempDataDirectory(string? parent = null, long maxStagedBytes = 1_000_000)
    {
        Options = new DataDirectoryOptions
        {
            DataDirectory = Path.Combine(parent ?? Path.GetTempPath(), "piton-" + Guid.NewGuid().ToString("N")),
            MaxStagedBytes = maxStagedBytes,
        };
        Paths = new DataDirectory(Options.DataDirectory);
        Paths.Create();
    }

    public DataDirectoryOptions Options { get; }

    public DataDirectory Paths { get; }

    public DiskHealth Health { get; } = new(NullLogger<DiskHealth>.Instance);

    /// <param name="disk">What puts the files on disk; null for a real disk.</param>
    public FileImageStore NewStore(IStoreDisk? disk = null) => new(
        Paths,
        new StagingBudget(new OptionsWrapper<DataDirectoryOptions>(Options)),
        new DurableFiles(disk ?? new StoreDisk(), Health),
        Health);

    public void Dispose() => Directory.Delete(Paths.Root, recursive: true);
}
