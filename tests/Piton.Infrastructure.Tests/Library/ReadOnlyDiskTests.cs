using Piton.Domain.Access;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Tests.Contracts;
using Piton.Infrastructure.Tests.FileSystem;
using Piton.Infrastructure.Tests.Json;

namespace Piton.Infrastructure.Tests.Library;

/// <summary>A disk that the system has given up writing to: what reads goes on, and what writes says what is the matter.</summary>
public sealed class ReadOnlyDiskTests
{
    [SkippableFact]
    public async Task Library_WhenItsDiskIsReadOnly_ShouldBeVerifiedAndBackedUpAsItLies()
    {
        using var disk = new Tmpfs("size=16m");
        var backup = Directory.CreateTempSubdirectory("piton-backup-");
        await using var library = await MakeAsync(disk);
        Mount(disk, "ro");
        try
        {
            Assert.True((await library.InspectAsync()).IsWhole);
            Assert.Equal((2, true), ImagesOf(await library.Backup.BackUpAsync(backup.FullName, false, null, CancellationToken.None)));
            Assert.Equal(AuditOutcome.ReadOnly, await library.Audit.AppendAsync(TestEntries.Create(9), CancellationToken.None));

            await using var restored = new TestLibrary();
            Assert.True((await restored.Backup.RestoreAsync(backup.FullName, false, null, CancellationToken.None)).IsWhole);
            Assert.Empty((await restored.InspectAsync()).Defects);
            await restored.StartAsync();
            Assert.Equal(2, (await restored.Listing.AllAsync()).Count);
            await restored.StopAsync();
        }
        finally
        {
            Mount(disk, "rw");
            backup.Delete(recursive: true);
        }
    }

    [SkippableFact]
    public async Task Library_WhenItsDiskIsReadOnly_ShouldNotBeOpenedAndSayWhy()
    {
        using var disk = new Tmpfs("size=16m");
        await using var library = await MakeAsync(disk);
        Mount(disk, "ro");
        try
        {
            foreach (var work in (Func<Task>[])[library.StartAsync, () => library.RepairAsync()])
            {
                var refusal = await Assert.ThrowsAsync<LibraryException>(work);
                Assert.Contains($"The disk of {library.Paths.Root} is read-only", refusal.Message, StringComparison.Ordinal);
                Assert.DoesNotContain("chown", refusal.Message, StringComparison.Ordinal);
            }
        }
        finally
        {
            Mount(disk, "rw");
        }
    }

    [SkippableFact]
    public async Task TakeToRead_WhenTheDiskIsReadOnly_ShouldKeepOthersOut()
    {
        using var disk = new Tmpfs("size=16m");
        await using var library = await MakeAsync(disk);
        Mount(disk, "ro");
        try
        {
            using (DataDirectoryLock.TakeToRead(library.Paths))
            {
                var refusal = Assert.Throws<LibraryException>(() => DataDirectoryLock.TakeToRead(library.Paths));
                Assert.Contains("in use by process", refusal.Message, StringComparison.Ordinal);
            }

            DataDirectoryLock.TakeToRead(library.Paths).Dispose();
        }
        finally
        {
            Mount(disk, "rw");
        }
    }

    private static async Task<TestLibrary> MakeAsync(Tmpfs disk)
    {
        var library = new TestLibrary($"{disk.Path}/data");
        await library.StartAsync();
        await library.AddAsync([TestUpload.Create(1, 1_000), TestUpload.Create(2, 1_000)]);
        await library.Accounts.AddAsync(TestAccounts.Create(1), CancellationToken.None);
        await library.StopAsync();
        return library;
    }

    private static (long Images, bool IsWhole) ImagesOf(BackupReport report) => (report.Images, report.IsWhole);

    private static void Mount(Tmpfs disk, string mode) => Assert.Equal(0, Tmpfs.Run("mount", "-o", $"remount,{mode}", disk.Path));
}
