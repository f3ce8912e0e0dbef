using Microsoft.Extensions.Time.Testing;
using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Tests.FileSystem;

public sealed class OrphanSweepTests : IDisposable
{
    private readonly TempDataDirectory _data = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 31, 23, 59, 0, TimeSpan.Zero));
    private readonly RecordingLogger<OrphanSweep> _logger = new();
    private readonly OrphanSweep _sweep;

    public OrphanSweepTests()
    {
        _sweep = new OrphanSweep(_data.Paths, new UploadsFolder(_data.Paths), _clock, _logger);
    }

    public void Dispose() => _data.Dispose();

    [Fact]
    public void MoveAside_WhenFoldersAreUnknown_ShouldMoveThoseAndNoOther()
    {
        var ids = Enumerable.Range(0, 300).Select(_ => NewFolder()).ToList();
        var known = ids.Skip(2).ToHashSet();

        var moved = _sweep.MoveAside(known.Contains, CancellationToken.None);

        Assert.Equal(ids.Take(2).Order(), moved.Order());
        Assert.All(ids, id => Assert.Equal(known.Contains(id), Directory.Exists(_data.Paths.FolderOf(id))));
        Assert.All(moved, id => Assert.Equal("content", File.ReadAllText($"{_data.Paths.Orphans}/2026-03-31/{id}/full.webp")));
    }

    [Fact]
    public void MoveAside_WhenTheSameIdIsFoundTwiceInADay_ShouldKeepBoth()
    {
        var id = NewFolder();
        _sweep.MoveAside(_ => false, CancellationToken.None);
        NewFolder(id);

        _sweep.MoveAside(_ => false, CancellationToken.None);

        Assert.Equal(2, Directory.GetDirectories(_data.Paths.Orphans + "/2026-03-31").Length);
    }

    [Fact]
    public void MoveAside_WhenSomethingElseIsThere_ShouldLeaveItAlone()
    {
        var id = ImageId.New().ToString();
        string[] strangers = ["lost+found", $"zz/{id}", $"ab/{id.ToUpperInvariant()}", "ab/notes", id];
        foreach (var stranger in strangers)
        {
            Directory.CreateDirectory($"{_data.Paths.Uploads}/{stranger}");
        }

        File.WriteAllText($"{_data.Paths.Uploads}/ab/ab{id[2..]}", "a file, not a folder");

        Assert.Empty(_sweep.MoveAside(_ => false, CancellationToken.None));

        Assert.All(strangers, stranger => Assert.True(Directory.Exists($"{_data.Paths.Uploads}/{stranger}")));
        Assert.Equal(6, new UploadsFolder(_data.Paths).Strangers().Count());
    }

    [Fact]
    public void MoveAside_WhenAFolderIsMoved_ShouldLogIt()
    {
        var id = NewFolder();

        _sweep.MoveAside(_ => false, CancellationToken.None);

        var message = Assert.Single(_logger.Messages);
        Assert.StartsWith("Warning", message, StringComparison.Ordinal);
        Assert.Contains(id.ToString(), message, StringComparison.Ordinal);
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

    private ImageId NewFolder(ImageId? _wanted = null)
    {
        var id = _wanted ?? ImageId.New();
        Directory.CreateDirectory(_data.Paths.FolderOf(id));
        File.WriteAllText(_data.Paths.FolderOf(id) + "/full.webp", "content");
        return id;
    }
}
