using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json;

/// <summary>The catalogue in an append-only log of JSON lines. Created closed; <see cref="OpenAsync"/> comes before all else.</summary>
internal sealed class JsonImageCatalog(
    ILogDisk disk, DiskHealth health, TimeProvider time, IOptions<JsonCatalogOptions> options, ILogger<JsonImageCatalog> logger)
    : IImageCatalog, IImageListing, IImageStatistics, IPausableLog, IAsyncDisposable
{
    /// <summary>The log's name in the data folder.</summary>
    public const string FileName = "images.jsonl";

    private OpenCatalog? _openCatalog;
    private LogWriter<GroupDraft, CatalogChange>? _openWriter;
    private LogCompactor? _openCompactor;
    private bool _isClosed;

    /// <summary>How many images there are, those in the trash too.</summary>
    public int Count => Catalog.Count;

    public LogEnd End => Catalog.End;

    private OpenCatalog Catalog => _openCatalog ?? throw NotOpen();

    private LogWriter<GroupDraft, CatalogChange> Writer => _openWriter ?? throw NotOpen();

    private LogCompactor Compactor => _openCompactor ?? throw NotOpen();

    /// <summary>Opens the log in the data folder, or creates it; cuts off a group that a power cut tore.</summary>
    /// <returns>The images that the log says were removed, as far as its lines go back; whatever is left of them may go.</returns>
    /// <exception cref="LibraryException">The log is damaged.</exception>
    public async Task<IReadOnlySet<ImageId>> OpenAsync(string directory, CancellationToken cancellationToken)
    {
        if (_openCatalog is not null)
        {
            throw new InvalidOperationException("The catalogue is open already.");
        }

        var path = Path.Combine(directory, FileName);
        var (catalog, removed) = await Task.Run(() => new CatalogOpener(disk, time, logger).Open(path), cancellationToken);
        _openCatalog = catalog;
        var reserve = new LogReserve(disk, path + ".reserve");
        reserve.Take();
        _openCompactor = new LogCompactor(
            CatalogLine.Kind,
            options.Value.CompactAbove,
            () => catalog.End.Length,
            () => catalog.DeadBytes,
            token => new CatalogCompaction(disk, path, catalog, Writer, health).RunAsync(token),
            logger);
        _openWriter = new LogWriter<GroupDraft, CatalogChange>(
            CatalogLine.Kind, new GroupDraft(catalog), reserve, health, logger, Refusal, _openCompactor.StartWhenDue);
        return removed;
    }

    /// <summary>Whether this process has the library open.</summary>
    public bool IsOpen => _openCatalog is not null && !_isClosed;

    /// <inheritdoc cref="OpenCatalog.HoldLog"/>
    public SharedLogFile HoldLog(out long length) => Catalog.HoldLog(out length);

    /// <summary>Whether the catalogue knows an image, in the trash or not.</summary>
    public bool Contains(ImageId id) => Catalog.Contains(id);

    public Task<CatalogChange> AddAsync(Image image, StorageQuota quota, CancellationToken cancellationToken) =>
        Writer.WriteAsync(draft => draft.Add(image, quota), cancellationToken);

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

    public Task<Image?> FindByOldNameAsync(string oldName, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Catalog.FindByOldName(oldName));
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

    public Task<ImageUsage> UsageAsync(AccountId owner, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Catalog.Usage(owner));
    }

    public Task<ImageTotals> TotalsAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Catalog.Totals());
    }

    public Task<IReadOnlyList<DayCount>> DaysAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<DayCount>>(Catalog.Days(first, last));
    }

    public Task<IDisposable> PauseAsync(CancellationToken cancellationToken) => Writer.PauseAsync(cancellationToken);

    /// <summary>Writes the log anew without what is out of date. Reads and writes go on meanwhile.</summary>
    /// <exception cref="IOException">The disk failed; nothing is lost.</exception>
    public Task CompactAsync(CancellationToken cancellationToken) => Compactor.RunAsync(cancellationToken);

    /// <summary>Writes what is queued and closes the log. Whoever opened it closes it, and the container once more.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        if (_openWriter is not null && _openCompactor is not null)
        {
            await _openCompactor.StopAsync();
            await _openWriter.DisposeAsync();
            await _openCompactor.DisposeAsync();
        }

        _openCatalog?.Dispose();
    }

    private static InvalidOperationException NotOpen() => new("The catalogue has not been opened.");

    private static CatalogChange Refusal(LogOutcome outcome) => outcome switch
    {
        LogOutcome.DiskFull => new CatalogChange(CatalogOutcome.DiskFull, null),
        LogOutcome.ReadOnly => new CatalogChange(CatalogOutcome.ReadOnly, null),
        LogOutcome.Done => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
