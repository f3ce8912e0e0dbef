using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Tests.FileSystem;

public sealed class PosixTests
{
    private const int Invalid = 22;

    [Fact]
    public void Sync_WhenTheSystemRefuses_ShouldThrow()
    {
        using var device = Posix.OpenRead("/dev/null")!;

        var fault = Assert.Throws<IOException>(() => Posix.Sync(device, "/dev/null"));

        Assert.Equal(Invalid, fault.HResult);
    }

    [Fact]
    public void SyncDirectory_WhenTheFileSystemHasNoSuchThing_ShouldDoNothing() => Posix.SyncDirectory("/proc");
}
