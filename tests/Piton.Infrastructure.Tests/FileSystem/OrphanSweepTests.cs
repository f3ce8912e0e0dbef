using Microsoft.Extensions.Time.Testing;
using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Infrastructure.Tests.FileSystem;

public sealed class OrphanSweepTests : IDisposable
{
    private readonly TempDataDirectory _data = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 31, 23, 59, 0, TimeSpan.Zero));
    private readonly RecordingLogger<OrphanSweep> _logger = new();
    private readonly OrphanSweep _sweep;

    public OrphanSweepTests()
    {
        _sweep = new OrphanSweep(_data.Paths, _clock, _logger);
    }

    public void Dispose() => _data.Dispose();

    [Fact]
    public void SetAsideUnlisted_WhenThereAreFolders_ShouldMoveThoseAndNoOther()
    {
        var ids = Enumerable.Range(0, 300).Select(_ => NewFolder()).ToList();

        _sweep.SetAsideUnlisted(ids[..2], CancellationToken.None);

        Assert.All(ids.Index(), pair => Assert.Equal(pair.Index >= 2, Directory.Exists(_data.Paths.FolderOf(pair.Item))));
        Assert.All(ids[..2], id => Assert.Equal("content", File.ReadAllText($"{_data.Paths.Orphans}/2026-03-31/{id}/full.webp")));
    }

    [Fact]
    public void SetAsideUnlisted_WhenTheSameIdIsFoundTwiceInADay_ShouldKeepBoth()
    {
        var id = NewFolder();
        _sweep.SetAsideUnlisted([id], CancellationToken.None);
        NewFolder(id);

        _sweep.SetAsideUnlisted([id], CancellationToken.None);

        Assert.Equal(2, Directory.GetDirectories(_data.Paths.Orphans + "/2026-03-31").Length);
    }

    [Fact]
    public void SetAsideUnlisted_WhenTheFolderSaysWhatItIs_ShouldLogHowToGetItBack()
    {
        var image = TestUpload.Create(1).Image;
        NewFolder(image.Id);
        File.WriteAllBytes($"{_data.Paths.FolderOf(image.Id)}/image.json", ImageFacts.Serialize(image));

        _sweep.SetAsideUnlisted([image.Id], CancellationToken.None);

        var message = Assert.Single(_logger.Messages);
        Assert.StartsWith("Warning", message, StringComparison.Ordinal);
        Assert.Contains($"{_data.Paths.Orphans}/2026-03-31/{image.Id}", message, StringComparison.Ordinal);
        Assert.Contains($"back to {_data.Paths.FolderOf(image.Id)} ", message, StringComparison.Ordinal);
        Assert.Contains("piton verify --repair", message, StringComparison.Ordinal);
    }

    [Fact]
    public void SetAside_WhenAFolderCannotComeBack_ShouldLogWhereItIsAndPromiseNothing()
    {
        var (nameless, removed) = (NewFolder(), NewFolder());

        _sweep.SetAsideUnlisted([nameless], CancellationToken.None);
        _sweep.SetAsideRemoved([removed], CancellationToken.None);

        Assert.Equal(2, _logger.Messages.Count);
        Assert.Contains($"/{nameless} now", _logger.Messages[0], StringComparison.Ordinal);
        Assert.Contains($"/{removed} now", _logger.Messages[1], StringComparison.Ordinal);
        Assert.DoesNotContain(_logger.Messages, message => message.Contains("--repair", StringComparison.Ordinal));
    }

    [Fact]
    public void Purge_WhenThirtyDaysAreOver_ShouldDeleteThatDayAndNoLater()
    {
        string[] days = ["2026-02-28", "2026-03-01", "2026-03-31", "notes"];
        foreach (var day in days)
        {
            Directory.CreateDirectory($"{_data.Paths.Orphans}/{day}/{ImageId.New()}");
        }

        _sweep.Purge();

        Assert.Equal(days[1..], Directory.GetDirectories(_data.Paths.Orphans).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private ImageId NewFolder(ImageId? wanted = null)
    {
        var id = wanted ?? ImageId.New();
        Directory.CreateDirectory(_data.Paths.FolderOf(id));
        File.WriteAllText(_data.Paths.FolderOf(id) + "/full.webp", "content");
        return id;
    }
}
