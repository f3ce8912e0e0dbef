using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json;

/// <summary>The catalogue in an append-only log of JSON lines. Created closed; <see cref="OpenAsync"/> comes before all else.</summary>
internal sealed partial class JsonImageCatalog(
    ILogDisk disk, DiskHealth health, TimeProvider time, IOptions<JsonCatalogOptions> options, ILogger<JsonImageCatalog> logger)
    : IImageCatalog, IImageListing, IAsyncDisposable
{
    /// <summary>The log's name in the data folder.</summary>
    public const string FileName = "images.jsonl";

    private readonly SemaphoreSlim _compacting = new(1);
    private readonly CancellationTokenSource _closing = new();
    private string _path = "";
    private OpenCatalog? _openCatalog;
    private CatalogWriter? _openWriter;
    private Task _compaction = Task.CompletedTask;
    private long _compactAbove = options.Value.CompactAbove;

    /// <summary>How many images there are, those in the trash too.</summary>
    public int Count => Catalog.Count;

    private OpenCatalog Catalog => _openCatalog ?? throw NotOpen();

    private CatalogWriter Writer => _openWriter ?? throw NotOpen();

    /// <summary>Opens the log in the data folder, or creates it; cuts off a group that a power cut tore.</summary>
    /// <returns>The images that the log says were removed, as far as its lines go back; whatever is left of them may go.</returns>
    /// <exception cref="LibraryException">The log is damaged.</exception>
    public async Task<IReadOnlySet<ImageId>> OpenAsync(string directory, CancellationToken cancellationToken)
    {
        if (_openCatalog is not null)
        {
            throw new InvalidOperationException("The catalogue is open already.");
        }

        _path = Path.Combine(directory, FileName);
        var (catalog, removed) = await Task.Run(() => new CatalogOpener(disk, time, logger).Open(_path), cancellationToken);
        _openCatalog = catalog;
        var reserve = new LogReserve(disk, _path + ".reserve");
        reserve.Take();
        _openWriter = new CatalogWriter(_openCatalog, reserve, health, logger, CompactWhenDue);
        return removed;
    }

    /// <summary>Whether the catalogue knows an image, in the trash or not.</summary>
    public bool Contains(ImageId id) => Catalog.Contains(id);

    public Task<CatalogChange> AddAsync(Image image, CancellationToken cancellationToken) =>
        Writer.WriteAsync(draft => draft.Add(image), cancellationToken);

    public Task<CatalogChange> UpdateAsync(ImageId id, Func<Image, Image?> change, CancellationToken cancellationToken) =>
        Writer.WriteAsync(draft => draft.Update(id, change), cancellationToken);

    public Task<CatalogChange> RemoveAsync(ImageId id, Func<Image, bool> condition, CancellationToken cancellationToken) =>
        Writer.WriteAsync(draft => draft.Remove(id, condition), cancellationToken);

    public Task<Image?> GetAsync(ImageId id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Catalog.Get(id));
    }

    public Task<Image?> FindDuplicateAsync(AccountId? owner, ContentHash source, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Catalog.FindTwins(owner, source).FirstOrDefault());
    }

    public Task<CatalogPage> PageAsync(CatalogQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        if (query.After is { } after && after.Sort != query.Sort)
        {
            throw new ArgumentException("The cursor is of another sort.", nameof(query));
        }

        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Catalog.Page(query, cancellationToken));
    }

    public Task<IReadOnlyList<MonthCount>> MonthsAsync(CatalogScope scope, string? namePart, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<MonthCount>>([.. Catalog.Months(scope, namePart).Select(it => new MonthCount(it.Month, it.Count))]);
    }

    public Task<ImageUsage> UsageAsync(AccountId? owner, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Catalog.Usage(owner));
    }

    /// <summary>Writes the log anew without what is out of date. Reads and writes go on meanwhile.</summary>
    /// <exception cref="IOException">The disk failed; nothing is lost.</exception>
    public async Task CompactAsync(CancellationToken cancellationToken)
    {
        await _compacting.WaitAsync(cancellationToken);
        try
        {
            var before = Catalog.End.Length;
            await new CatalogCompaction(disk, _path, Catalog, Writer, health).RunAsync(cancellationToken);
            LogCompacted(_path, before, Catalog.End.Length);
        }
        finally
        {
            _compacting.Release();
        }
    }

    /// <summary>Writes what is queued and closes the log. Whoever opened it closes it, and the container once more.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_closing.IsCancellationRequested)
        {
            return;
        }

        await _closing.CancelAsync();
        await _compaction;
        if (_openWriter is not null)
        {
            await _openWriter.DisposeAsync();
        }

        // Its last groups may have begun another, which has seen that it is not wanted.
        await _compaction;
        _openCatalog?.Dispose();
        _compacting.Dispose();
        _closing.Dispose();
    }

    private static InvalidOperationException NotOpen() => new("The catalogue has not been opened.");

    // Called by the writer alone, between two groups.
    private void CompactWhenDue()
    {
        var length = Catalog.End.Length;
        if (!_closing.IsCancellationRequested && _compaction.IsCompleted && length >= _compactAbove && Catalog.DeadBytes > length / 2)
        {
            _compaction = Task.Run(CompactByItselfAsync);
        }
    }

    private async Task CompactByItselfAsync()
    {
        try
        {
            await CompactAsync(_closing.Token);
            _compactAbove = options.Value.CompactAbove;
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            // The next start may do it.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // It would most likely fail again at once; it is tried again when there is twice as much to gain.
            _compactAbove = Catalog.End.Length * 2;
            LogNotCompacted(exception);
        }
    }

    [LoggerMessage(LogLevel.Information, "Compacted {Path} from {Before} to {After} bytes.")]
    private partial void LogCompacted(string path, long before, long after);

    [LoggerMessage(LogLevel.Warning, "The catalogue could not be compacted; it goes on as it is.")]
    private partial void LogNotCompacted(Exception cause);
}
