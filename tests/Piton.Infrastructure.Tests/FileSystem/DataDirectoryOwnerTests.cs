using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Tests.FileSystem;

public sealed class DataDirectoryOwnerTests
{
    private const string Nobody = "65534";
    private const string UserWithoutEntry = "54321";

    [SkippableTheory]
    [InlineData(Nobody, "0", Nobody)]
    [InlineData(UserWithoutEntry, "54322", "54322")]
    public async Task Become_WhenRootRunsOnAnothersFolder_ShouldLeaveNoFileOfRoots(string user, string group, string expectedGroup)
    {
        using var data = new TempDataDirectory();
        Skip.IfNot(Environment.IsPrivilegedProcess, "Becoming another user needs root.");
        Directory.Delete(data.Paths.Keys);
        Tmpfs.Run("chown", "-R", $"{user}:{group}", data.Paths.Root);

        var (child, said) = await ChildProcess.HoldAsync(data.Paths.Root);
        using (child)
        {
            Assert.Equal($"user {user}", said);
            var expected = (uint.Parse(user, null), uint.Parse(expectedGroup, null));
            Assert.Equal(expected, Posix.OwnerOf(data.Paths.LockFile));
            Assert.Equal(expected, Posix.OwnerOf(data.Paths.Keys));
        }
    }

    [SkippableFact]
    public async Task Create_WhenAFolderInsideIsAnothers_ShouldSayWhich()
    {
        using var data = new TempDataDirectory();
        Skip.IfNot(Environment.IsPrivilegedProcess, "Becoming another user needs root.");
        Tmpfs.Run("chown", $"{Nobody}:{Nobody}", data.Paths.Root);
        Tmpfs.Run("chown", $"{Nobody}:{Nobody}", data.Paths.Uploads);

        var (child, said) = await ChildProcess.HoldAsync(data.Paths.Root);
        using (child)
        {
            Assert.Contains($"Nothing can be written in {data.Paths.Staging}.", said, StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task Create_WhenAFolderOfImagesIsAnothers_ShouldSayWhich()
    {
        using var data = new TempDataDirectory();
        Skip.IfNot(Environment.IsPrivilegedProcess, "Becoming another user needs root.");
        Tmpfs.Run("chown", "-R", $"{Nobody}:{Nobody}", data.Paths.Root);
        var shard = Directory.CreateDirectory($"{data.Paths.Uploads}/ab").FullName;

        var (child, said) = await ChildProcess.HoldAsync(data.Paths.Root);
        using (child)
        {
            Assert.Contains($"Nothing can be written in {shard}.", said, StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task Become_WhenTheFolderIsRootsOrMissing_ShouldStayRoot()
    {
        Skip.IfNot(Environment.IsPrivilegedProcess, "Staying root needs root.");
        using var data = new TempDataDirectory();

        var (child, said) = await ChildProcess.HoldAsync(data.Paths.Root + "/new");
        using (child)
        {
            Assert.Equal("user 0", said);
        }
    }
}
