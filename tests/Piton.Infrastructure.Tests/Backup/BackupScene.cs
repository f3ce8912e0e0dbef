using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.Backup;
using Piton.Infrastructure.Tests.Contracts;
using Piton.Infrastructure.Tests.FileSystem;
using Piton.Infrastructure.Tests.Json;
using Piton.Infrastructure.Tests.Library;

namespace Piton.Infrastructure.Tests.Backup;

/// <summary>A small open library of everything that there is, and a folder for its backup that does not exist yet.</summary>
internal sealed class BackupScene : IAsyncDisposable
{
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("piton-backup-");
    private int _next;

    private BackupScene()
    {
        Library = new TestLibrary(Path.Combine(_temporary.FullName, "data"));
        Folder = Path.Combine(_temporary.FullName, "backup");
        Backup = new BackupDirectory(Folder);
    }

    public TestLibrary Library { get; }

    /// <summary>Where the backup goes.</summary>
    public string Folder { get; }

    public BackupDirectory Backup { get; }

    /// <summary>The library's one key.</summary>
    public string Key => $"{Library.Paths.Keys}/{TestKeys.FileName}";

    /// <summary>The folder of the newest run.</summary>
    public string Run => Backup.RunFolder(Backup.RunNumbers()[^1]);

    /// <summary>What is in the library.</summary>
    public List<TestUpload> Uploads { get; } = [];

    public static async Task<BackupScene> CreateAsync(int images = 3)
    {
        var scene = new BackupScene();
        await scene.Library.StartAsync();
        foreach (var _ in Enumerable.Range(0, images))
        {
            await scene.UploadAsync();
        }

        await scene.Library.Catalog.UpdateAsync(scene.Uploads[0].Image.Id, image => image.Rename("called otherwise since"), CancellationToken.None);
        foreach (var number in Enumerable.Range(1, 2))
        {
            await scene.Library.Accounts.AddAsync(TestAccounts.Create(number), CancellationToken.None);
            await scene.Library.Sessions.AddAsync(TestSessions.Create(number, hours: 1_000_000), CancellationToken.None);
            await scene.Library.Audit.AppendAsync(TestEntries.Create(number), CancellationToken.None);
        }

        await File.WriteAllTextAsync(scene.Key, TestKeys.Create());
        return scene;
    }

    public async Task<TestUpload> UploadAsync()
    {
        var number = _next++;
        var upload = TestUpload.For(TestImages.Create(number), number * 100);
        await Library.AddAsync(upload);
        Uploads.Add(upload);
        return upload;
    }

    public Task<BackupReport> BackUpAsync() => Library.Backup.BackUpAsync(Folder, false, null, CancellationToken.None);

    public Task<LibraryReport> InspectAsync() => Library.Backup.InspectAsync(Folder, null, CancellationToken.None);

    /// <summary>A library in a folder of its own that nothing is in.</summary>
    public TestLibrary NewLibrary() => new(Path.Combine(_temporary.FullName, $"restored-{Guid.NewGuid():N}"));

    /// <summary>Restores the backup into a library of its own, which has to be whole, and starts that.</summary>
    public async Task<TestLibrary> RestoreAsync()
    {
        var restored = NewLibrary();
        var report = await restored.Backup.RestoreAsync(Folder, false, null, CancellationToken.None);
        Assert.Empty(report.Defects);
        var found = await restored.InspectAsync();
        Assert.Empty(found.Defects);
        await restored.StartAsync();
        return restored;
    }

    /// <summary>Restores the backup; it has to hold those images, all of them as they are, and no others.</summary>
    public async Task AssertRestoresAsync(params IEnumerable<Image> expected)
    {
        await using var restored = await RestoreAsync();
        var images = await restored.Listing.AllAsync();
        Assert.Equal(expected.OrderBy(image => image.Id), images.Values.OrderBy(image => image.Id));
        await restored.StopAsync();
    }

    /// <summary>The images of the library as they are now.</summary>
    public async Task<IReadOnlyCollection<Image>> ImagesAsync() => (await Library.Listing.AllAsync()).Values;

    public async ValueTask DisposeAsync()
    {
        await Library.DisposeAsync();
        _temporary.Delete(recursive: true);
    }
}
