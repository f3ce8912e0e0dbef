using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.Importing;

namespace Piton.Infrastructure.Tests.Importing;

public sealed class FolderImportSourceTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly SeedFolder _seed = new();
    private readonly DirectoryInfo _own = Directory.CreateTempSubdirectory("piton-own-");
    private readonly FolderImportSource _source;

    public FolderImportSourceTests()
    {
        _source = new(new LibraryLocation(_own.FullName), new FakeTimeProvider(Now));
    }

    public void Dispose()
    {
        _seed.Dispose();
        _own.Delete(recursive: true);
    }

    [Theory]
    [InlineData("image_metadata.json")]
    [InlineData("app/image_metadata.json")]
    public async Task List_WhenItIsAnInstallation_ShouldTakeNamesAndDatesFromItsMetadata(string metadata)
    {
        _seed.Put("uploads/a.webp");
        File.SetLastWriteTimeUtc(_seed.Put("uploads/unknown.jpg"), new DateTime(2024, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        _seed.Put("uploads/.gitkeep");
        _seed.Put("run.py");
        _seed.PutMetadata(new Dictionary<string, object>
        {
            ["a.webp"] = new { filename = "a.webp", original_filename = "vacaciones.jpg", extension = "webp", created_at = "2025-05-27T10:15:30.123456" },
        }, metadata);

        var listing = await ListAsync();

        Assert.Empty(listing.Refusals);
        Assert.Equal(
            [
                new ImportItem("uploads/a.webp", "vacaciones.jpg", new DateTimeOffset(2025, 5, 27, 10, 15, 30, 123, 456, TimeSpan.Zero), "a.webp"),
                new ImportItem("uploads/unknown.jpg", "unknown.jpg", new DateTimeOffset(2024, 2, 3, 4, 5, 6, TimeSpan.Zero), "unknown.jpg"),
            ],
            listing.Items);
    }

    [Theory]
    [InlineData("2025-05-27T10:15:30", "2025-05-27T10:15:30Z")]
    [InlineData("2025-05-27 10:15:30", "2025-05-27T10:15:30Z")]
    [InlineData("2025-05-27T10:15:30+02:00", "2025-05-27T08:15:30Z")]
    [InlineData("2025-05-27T10:15:30Z", "2025-05-27T10:15:30Z")]
    public async Task List_WhenADateIsGiven_ShouldTakeItAsUtcUnlessItSaysOtherwise(string written, string expected)
    {
        _seed.Put("uploads/a.webp");
        _seed.PutMetadata(new Dictionary<string, object> { ["a.webp"] = new { created_at = written } });

        Assert.Equal(DateTimeOffset.Parse(expected, null), Assert.Single((await ListAsync()).Items).CreatedAt);
    }

    [Fact]
    public async Task List_WhenEntriesAreNonsense_ShouldRefuseEachByItselfAndTakeTheOthers()
    {
        foreach (var file in new[] { "good.webp", "list.webp", "number.webp", "day.webp", "later.webp", "half.webp", "twice.webp" })
        {
            _seed.Put($"uploads/{file}");
        }

        _seed.PutMetadata(
            $$"""
            {
              "good.webp": { "original_filename": "good.jpg" },
              "../secret.webp": { "original_filename": "s.jpg" },
              "..": {}, "": {}, "/etc/passwd": {}, "{{new string('n', 300)}}": {}, "nul\u0000.webp": {}, "\ud800.webp": {},
              "list.webp": [], "number.webp": { "original_filename": 7 }, "half.webp": { "original_filename": "\udc00" },
              "day.webp": { "created_at": "yesterday" }, "later.webp": { "created_at": "2099-01-01T00:00:00" },
              "twice.webp": {}, "twice.webp": {},
              "gone.webp": {}
            }
            """);

        var listing = await ListAsync();

        Assert.Equal("uploads/good.webp", Assert.Single(listing.Items).Path);
        Assert.Equal(7, Count(listing, ImportFlaw.BadName));
        Assert.Equal(4, Count(listing, ImportFlaw.BadMetadata));
        Assert.Equal(2, Count(listing, ImportFlaw.BadDate));
        Assert.Equal("uploads/gone.webp", Assert.Single(listing.Refusals, refusal => refusal.Flaw == ImportFlaw.MissingFile).Place);
        Assert.All(listing.Refusals, refusal => Assert.True(refusal.Place.Length < 200));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    public async Task List_WhenTheMetadataIsNone_ShouldRefuseItAndTakeNothingWithoutItsName(string metadata)
    {
        _seed.Put("uploads/a.webp");
        _seed.PutMetadata(metadata);

        var listing = await ListAsync();

        Assert.Empty(listing.Items);
        Assert.Equal(ImportFlaw.BadMetadata, Assert.Single(listing.Refusals).Flaw);
    }

    [Fact]
    public async Task List_WhenItIsAnyOtherFolder_ShouldTakeEveryFileInItAndFollowNoLinkToAFolder()
    {
        _seed.Put("a.jpg");
        _seed.Put("2024/summer/b.jpg");
        _seed.Put(".thumbnails/c.jpg");
        Directory.CreateSymbolicLink(Path.Combine(_seed.Root, "2024", "loop"), _seed.Root);

        var listing = await ListAsync();

        Assert.Equal(["2024/summer/b.jpg", "a.jpg"], listing.Items.Select(item => item.Path));
        Assert.All(listing.Items, item => Assert.Null(item.OldName));
        Assert.Equal(("2024/loop", ImportFlaw.OutsideFolder), (Assert.Single(listing.Refusals).Place, listing.Refusals[0].Flaw));
    }

    [Theory]
    [InlineData("images.jsonl", "")]
    [InlineData("accounts.jsonl", "")]
    [InlineData("piton-backup.json", "")]
    [InlineData("images.jsonl", "uploads/ab")]
    public async Task List_WhenAnotherPitonKeepsTheFolder_ShouldTakeNothingAndSayHowItComesBack(string mark, string place)
    {
        _seed.Put(mark);
        _seed.Put("uploads/ab/0123456789abcdef0123456789abcdef/full.webp");

        var listing = (await _source.ListAsync(Path.Combine(_seed.Root, place), CancellationToken.None))!;

        Assert.Empty(listing.Items);
        var refusal = Assert.Single(listing.Refusals);
        Assert.Equal((".", ImportFlaw.PitonFolder), (refusal.Place, refusal.Flaw));
        Assert.Contains("piton restore", refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WhenAFolderInItIsAPitons_ShouldTakeTheOthersAlone()
    {
        _seed.Put("holidays/a.jpg");
        _seed.Put("backup/piton-backup.json");
        _seed.Put("backup/uploads/ab/0123456789abcdef0123456789abcdef/full.webp");

        var listing = await ListAsync();

        Assert.Equal("holidays/a.jpg", Assert.Single(listing.Items).Path);
        Assert.Equal(("backup", ImportFlaw.PitonFolder), (Assert.Single(listing.Refusals).Place, listing.Refusals[0].Flaw));
    }

    [Fact]
    public async Task List_WhenALinkLeadsToTheOwnDataFolder_ShouldTakeNothing()
    {
        var link = Path.Combine(_seed.Root, "pictures");
        Directory.CreateSymbolicLink(link, _own.FullName);
        File.WriteAllText(Path.Combine(_own.FullName, "a.jpg"), "x");

        Assert.Equal(ImportFlaw.PitonFolder, Assert.Single((await _source.ListAsync(link, CancellationToken.None))!.Refusals).Flaw);
    }

    [Fact]
    public async Task Open_WhenAFileIsThere_ShouldReadItAndNeverLeaveTheFolder()
    {
        File.WriteAllText(_seed.Outside, "secret");
        _seed.Put("a.jpg", "inside");
        File.CreateSymbolicLink(Path.Combine(_seed.Root, "inside.jpg"), "a.jpg");
        File.CreateSymbolicLink(Path.Combine(_seed.Root, "outside.jpg"), _seed.Outside);
        File.CreateSymbolicLink(Path.Combine(_seed.Root, "dangling.jpg"), "nowhere");
        Directory.CreateSymbolicLink(Path.Combine(_seed.Root, "around"), Path.GetDirectoryName(_seed.Root)!);
        Directory.CreateDirectory(Path.Combine(_seed.Root, "folder.jpg"));

        Assert.Equal("inside", await ReadAsync("a.jpg"));
        Assert.Equal("inside", await ReadAsync("inside.jpg"));
        Assert.Equal($"{ImportFlaw.OutsideFolder}", await ReadAsync("outside.jpg"));
        Assert.Equal($"{ImportFlaw.OutsideFolder}", await ReadAsync("around/outside.jpg"));
        Assert.Equal($"{ImportFlaw.MissingFile}", await ReadAsync("dangling.jpg"));
        Assert.Equal($"{ImportFlaw.NotAFile}", await ReadAsync("folder.jpg"));
    }

    [Fact]
    public async Task Open_WhenItIsAPipe_ShouldRefuseItAndNotWait()
    {
        using (var make = Process.Start("mkfifo", [Path.Combine(_seed.Root, "pipe.jpg")]))
        {
            await make.WaitForExitAsync();
        }

        Assert.Equal($"{ImportFlaw.NotAFile}", await ReadAsync("pipe.jpg"));
    }

    [Fact]
    public async Task List_WhenThereIsNoFolder_ShouldGiveNothing() =>
        Assert.Null(await _source.ListAsync(Path.Combine(_seed.Root, "none"), CancellationToken.None));

    private static int Count(ImportListing listing, ImportFlaw flaw) => listing.Refusals.Count(refusal => refusal.Flaw == flaw);

    private async Task<ImportListing> ListAsync() => (await _source.ListAsync(_seed.Root, CancellationToken.None))!;

    private async Task<string> ReadAsync(string place)
    {
        var opened = _source.Open((await ListAsync()) with { Items = [] }, new ImportItem(place, place, Now, null));
        if (opened.Content is null)
        {
            return $"{opened.Refusal!.Flaw}";
        }

        using var reader = new StreamReader(opened.Content);
        return await reader.ReadToEndAsync();
    }
}
