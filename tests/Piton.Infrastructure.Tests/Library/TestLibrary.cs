using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Log;
using Piton.Infrastructure.Tests.Contracts;
using Piton.Infrastructure.Tests.FileSystem;
using Piton.Infrastructure.Tests.Json;

namespace Piton.Infrastructure.Tests.Library;

/// <summary>A library in a data folder of its own, put together as in production; it can be stopped, harmed and started again.</summary>
internal sealed class TestLibrary : IAsyncDisposable
{
    private readonly string _root;
    private ServiceProvider _provider;

    /// <param name="root">The data folder; null for one of its own.</param>
    public TestLibrary(string? root = null)
    {
        _root = root ?? Path.Combine(Path.GetTempPath(), "piton-" + Guid.NewGuid().ToString("N"));
        _provider = Compose();
        Paths = new DataDirectory(_root);
    }

    public DataDirectory Paths { get; }

    public IImageCatalog Catalog => _provider.GetRequiredService<IImageCatalog>();

    public IAccountCatalog Accounts => _provider.GetRequiredService<IAccountCatalog>();

    public ISessionCatalog Sessions => _provider.GetRequiredService<ISessionCatalog>();

    public IAuditLog Audit => _provider.GetRequiredService<IAuditLog>();

    public IImageListing Listing => _provider.GetRequiredService<IImageListing>();

    public ILibraryBackup Backup => _provider.GetRequiredService<ILibraryBackup>();

    public ILibraryHealth Health => _provider.GetRequiredService<ILibraryHealth>();

    /// <summary>What puts the files of images on disk.</summary>
    public RecordingDisk Disk { get; } = new();

    /// <summary>What the logs are on.</summary>
    public FailingLogDisk Logs { get; } = new();

    public IImageStore Store => _provider.GetRequiredService<IImageStore>();

    // What else starts has no part in the data folder.
    private IEnumerable<IHostedLifecycleService> Services => _provider.GetServices<IHostedService>().OfType<IHostedLifecycleService>();

    /// <summary>A library with that many images, stopped.</summary>
    public static async Task<(TestLibrary Library, IReadOnlyList<TestUpload> Uploads)> CreateAsync(int images)
    {
        var library = new TestLibrary();
        var uploads = Enumerable.Range(0, images).Select(number => TestUpload.Create(number, 1_000)).ToList();
        await library.StartAsync();
        await library.AddAsync(uploads);
        await library.StopAsync();
        return (library, uploads);
    }

    /// <summary>Removes an image for good, as the emptying of the trash does.</summary>
    public async Task RemoveAsync(ImageId id)
    {
        Assert.Equal(CatalogOutcome.Done, (await Catalog.RemoveAsync(id, _ => true, CancellationToken.None)).Outcome);
        await Store.DeleteAsync(id, CancellationToken.None);
    }

    public async Task StartAsync()
    {
        foreach (var service in Services)
        {
            await service.StartingAsync(CancellationToken.None);
        }
    }

    public async Task StopAsync()
    {
        foreach (var service in Services)
        {
            await service.StoppedAsync(CancellationToken.None);
        }

        await _provider.DisposeAsync();
        _provider = Compose();
    }

    public async Task CommitAsync(TestUpload upload)
    {
        var staging = await Store.StageAsync(new MemoryStream(upload.Source), 1_000_000, CancellationToken.None);
        await using var staged = staging.Upload!;
        Assert.Equal(CommitOutcome.Committed, await Store.CommitAsync(staged, upload.Image, upload.Files, CancellationToken.None));
    }

    public async Task AddAsync(IEnumerable<TestUpload> uploads)
    {
        foreach (var upload in uploads)
        {
            await AddAsync(upload);
        }
    }

    public async Task AddAsync(TestUpload upload)
    {
        await CommitAsync(upload);
        Assert.Equal(CatalogOutcome.Done, (await Catalog.AddAsync(upload.Image, StorageQuota.None, CancellationToken.None)).Outcome);
    }

    public Task<LibraryReport> InspectAsync(IProgress<LibraryProgress>? progress = null) =>
        _provider.GetRequiredService<ILibraryInspector>().InspectAsync(progress, CancellationToken.None);

    public Task<IReadOnlyList<CompactedLog>> CompactAsync() => _provider.GetRequiredService<ILibraryInspector>().CompactAsync(CancellationToken.None);

    public Task<LibraryReport> RepairAsync(IProgress<LibraryProgress>? progress = null) =>
        _provider.GetRequiredService<ILibraryInspector>().RepairAsync(progress, CancellationToken.None);

    public string PathOf(TestUpload upload, string file) => $"{Paths.FolderOf(upload.Image.Id)}/{file}";

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        if (Directory.Exists(_root))
        {
            Directory.Delete(_root, recursive: true);
        }
    }

    private ServiceProvider Compose()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["DataDirectory"] = _root })
            .Build();
        return new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(new ConversionQueueLimits())
            .AddPitonInfrastructure(configuration)
            .AddSingleton<IStoreDisk>(Disk)
            .AddSingleton<ILogDisk>(Logs)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
