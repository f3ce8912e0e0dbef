using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Tests.FileSystem;

public sealed class DataDirectoryLockTests : IDisposable
{
    private readonly TempDataDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Take_WhenAnotherProcessHasIt_ShouldSayWhichFolderWhichProcessAndWhatToDo()
    {
        var (child, said) = await ChildProcess.HoldAsync(_data.Paths.Root);
        using (child)
        {
            Assert.StartsWith("user", said, StringComparison.Ordinal);

            var refusal = Assert.Throws<LibraryException>(() => DataDirectoryLock.Take(_data.Paths));

            Assert.Contains(_data.Paths.Root, refusal.Message, StringComparison.Ordinal);
            Assert.Contains($"process {child.Id}.", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("Piton:DataDirectory", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Take_WhenTheHolderWasKilled_ShouldTakeIt()
    {
        var (child, _) = await ChildProcess.HoldAsync(_data.Paths.Root);
        using (child)
        {
            child.Kill();

            DataDirectoryLock.Take(_data.Paths).Dispose();
        }
    }

    [Fact]
    public void Take_WhenThisProcessHasIt_ShouldThrowUntilItIsLetGo()
    {
        using (DataDirectoryLock.Take(_data.Paths))
        {
            Assert.Throws<LibraryException>(() => DataDirectoryLock.Take(_data.Paths));
        }

        DataDirectoryLock.Take(_data.Paths).Dispose();
    }

    [Fact]
    public void Dispose_WhenSeveralAskAtOnce_ShouldLetGoOnce()
    {
        for (var round = 0; round < 200; round++)
        {
            var held = DataDirectoryLock.Take(_data.Paths);

            Parallel.Invoke(held.Dispose, held.Dispose, held.Dispose);
        }
    }

    [Fact]
    public void Take_WhenSomebodyDeletedTheLockFile_ShouldThrowAllTheSame()
    {
        using (DataDirectoryLock.Take(_data.Paths))
        {
            File.Delete(_data.Paths.LockFile);

            Assert.Throws<LibraryException>(() => DataDirectoryLock.Take(_data.Paths));
        }
    }

    [Fact]
    public void Take_WhenTheFolderIsMissing_ShouldSayWhichAndWhatToDo()
    {
        var missing = new DataDirectory(_data.Paths.Root + "/missing");

        var refusal = Assert.Throws<LibraryException>(() => DataDirectoryLock.Take(missing));

        Assert.Contains(missing.Root, refusal.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Take_WhenTheDiskIsFull_ShouldTakeItAllTheSame()
    {
        using var disk = new Tmpfs("size=64k");
        using var data = new TempDataDirectory(disk.Path);
        File.WriteAllBytes(disk.Path + "/ballast", new byte[new DriveInfo(disk.Path).AvailableFreeSpace]);

        DataDirectoryLock.Take(data.Paths).Dispose();
    }
}
