using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Log;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Infrastructure.Tests.Library;

public sealed class LibraryStartupTests
{
    [Fact]
    public async Task StartingAsync_WhenTheFolderIsMissing_ShouldMakeALibrary()
    {
        await using var library = new TestLibrary();

        await library.StartAsync();

        var upload = TestUpload.Create(1);
        await library.AddAsync(upload);
        Assert.Equal(upload.Image, await library.Catalog.GetAsync(upload.Image.Id, CancellationToken.None));
    }

    [Fact]
    public async Task StartingAsync_WhenStartedAgain_ShouldKnowEveryImage()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(3);
        await using var _ = library;

        await library.StartAsync();

        foreach (var upload in uploads)
        {
            Assert.Equal(upload.Image, await library.Catalog.GetAsync(upload.Image.Id, CancellationToken.None));
        }

        Assert.False(Directory.Exists(library.Paths.Orphans + "/" + DateTime.UtcNow.ToString("yyyy-MM-dd", null)));
    }

    [Fact]
    public async Task StartingAsync_WhenAnotherHoldsTheFolder_ShouldRefuseAndLeaveTheOtherAlone()
    {
        var (library, _) = await TestLibrary.CreateAsync(1);
        await using var __ = library;
        using (DataDirectoryLock.Take(library.Paths))
        {
            await Assert.ThrowsAsync<LibraryException>(library.StartAsync);
            await Assert.ThrowsAsync<LibraryException>(() => library.InspectAsync());
        }

        await library.StartAsync();
        Assert.Throws<LibraryException>(() => DataDirectoryLock.Take(library.Paths));
        await library.StopAsync();
        DataDirectoryLock.Take(library.Paths).Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task StartingAsync_WhenTheCatalogueIsGoneBesideImages_ShouldRefuseEveryTimeAndTouchNothing(bool emptied)
    {
        var (library, uploads) = await TestLibrary.CreateAsync(1);
        await using var _ = library;
        File.Delete(library.Paths.Catalogue);
        if (emptied)
        {
            File.WriteAllBytes(library.Paths.Catalogue, []);
        }

        for (var attempt = 0; attempt < 2; attempt++)
        {
            var refusal = await Assert.ThrowsAsync<LibraryException>(library.StartAsync);
            await library.StopAsync();
            Assert.Contains(library.Paths.Catalogue, refusal.Message, StringComparison.Ordinal);
            Assert.Contains("piton verify --repair", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("backup", refusal.Message, StringComparison.Ordinal);
        }

        Assert.True(File.Exists(library.PathOf(uploads[0], "full.webp")));
    }

    [Fact]
    public async Task StartingAsync_WhenTheCatalogueHasNoLineBesideManyImages_ShouldRefuse()
    {
        var (library, _) = await TestLibrary.CreateAsync(0);
        await using var __ = library;
        for (var number = 0; number < 17; number++)
        {
            Directory.CreateDirectory(library.Paths.FolderOf(ImageId.New()));
        }

        await Assert.ThrowsAsync<LibraryException>(library.StartAsync);
    }

    [Fact]
    public async Task StartingAsync_WhenTheCatalogueHasNoLineBesideOneWholeImage_ShouldRefuseAndRepairShouldTakeItIn()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(1);
        await using var _ = library;
        await File.WriteAllBytesAsync(library.Paths.Catalogue, LogHeader.Create("images"));

        await Assert.ThrowsAsync<LibraryException>(library.StartAsync);
        await library.StopAsync();
        var found = await library.InspectAsync();
        var repaired = await library.RepairAsync();
        await library.StartAsync();

        Assert.Equal((DefectKind.CatalogueOutdated, false), (Assert.Single(found.Defects).Kind, found.IsWhole));
        Assert.True(repaired.IsWhole);
        Assert.Equal(uploads[0].Image with { Visibility = Visibility.Private }, await library.Catalog.GetAsync(uploads[0].Image.Id, CancellationToken.None));
    }

    [Fact]
    public async Task StartingAsync_WhenTheCatalogueIsABackup_ShouldRefuseAndMoveNothingAndRepairShouldTakeInWhatIsNewer()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(3);
        await using var _ = library;
        var backup = await File.ReadAllBytesAsync(library.Paths.Catalogue);
        var newer = Enumerable.Range(10, 17).Select(number => TestUpload.Create(number, 100)).ToList();
        await library.StartAsync();
        await library.AddAsync(newer);
        await library.StopAsync();
        await File.WriteAllBytesAsync(library.Paths.Catalogue, backup);

        var refusal = await Assert.ThrowsAsync<LibraryException>(library.StartAsync);
        await library.StopAsync();
        Assert.Contains("17", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("piton verify --repair", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(library.Paths.Orphans));
        Assert.Equal([DefectKind.CatalogueOutdated], (await library.InspectAsync()).Defects.Select(defect => defect.Kind));

        Assert.True((await library.RepairAsync()).IsWhole);
        await library.StartAsync();
        Assert.All(
            await Task.WhenAll(uploads.Concat(newer).Select(upload => library.Catalog.GetAsync(upload.Image.Id, CancellationToken.None))),
            Assert.NotNull);
        Assert.Empty((await StopAndInspectAsync(library)).Defects);
    }

    [Fact]
    public async Task StartingAsync_WhenTheLogSaysTheyWereRemoved_ShouldMoveHoweverManyAside()
    {
        var (library, _) = await TestLibrary.CreateAsync(0);
        await using var __ = library;
        var uploads = Enumerable.Range(0, 17).Select(number => TestUpload.Create(number, 100)).ToList();
        await library.StartAsync();
        await library.AddAsync(uploads);
        foreach (var upload in uploads)
        {
            await library.Catalog.RemoveAsync(upload.Image.Id, _ => true, CancellationToken.None);
        }

        await library.StopAsync();
        await library.StartAsync();

        Assert.Equal(17, Directory.GetDirectories(Assert.Single(Directory.GetDirectories(library.Paths.Orphans))).Length);
    }

    [Fact]
    public async Task StartingAsync_WhenACrashCameBetweenFilesAndLine_ShouldStartAndMoveTheFilesAside()
    {
        var (library, _) = await TestLibrary.CreateAsync(1);
        await using var __ = library;
        var upload = TestUpload.Create(1);
        await library.StartAsync();
        await library.CommitAsync(upload);
        await library.StopAsync();

        await library.StartAsync();

        Assert.Null(await library.Store.OpenAsync(upload.Image.Id, upload.Image.Full, CancellationToken.None));
        var refuge = Assert.Single(Directory.GetDirectories(Assert.Single(Directory.GetDirectories(library.Paths.Orphans))));
        Assert.Equal(upload.Image.Id.ToString(), Path.GetFileName(refuge));
        Assert.Equal(3, Directory.GetFiles(refuge).Length);
    }

    [Fact]
    public async Task StartingAsync_WhenUploadsWereInterrupted_ShouldEmptyStaging()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(1);
        await using var _ = library;
        Directory.CreateDirectory(library.Paths.NewStagingPath());
        File.WriteAllText(library.Paths.NewStagingPath(), "draft");
        Directory.Move(library.Paths.FolderOf(uploads[0].Image.Id), library.Paths.NewStagingPath());

        await library.StartAsync();

        Assert.Empty(Directory.GetFileSystemEntries(library.Paths.Staging));
    }

    [Fact]
    public async Task StartingAsync_WhenTheCatalogueIsDamaged_ShouldRefuseAndMoveNothing()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(3);
        await using var _ = library;
        Harm.FlipMiddle(library.Paths.Catalogue);

        await Assert.ThrowsAsync<LibraryException>(library.StartAsync);

        Assert.All(uploads, upload => Assert.True(Directory.Exists(library.Paths.FolderOf(upload.Image.Id))));
    }

    [Fact]
    public async Task StartingAsync_WhenTheLibraryIsOfBeforeThereWereAccounts_ShouldGiveItTheirLogs()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(1);
        await using var _ = library;
        foreach (var path in AccessLogs(library).SelectMany(log => Directory.GetFiles(library.Paths.Root, Path.GetFileName(log) + "*")))
        {
            File.Delete(path);
        }

        await library.StartAsync();

        Assert.All(AccessLogs(library), log => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(log).UnixFileMode));
        Assert.Equal(AccountOutcome.Done, (await library.Accounts.AddAsync(TestAccounts.Create(1), CancellationToken.None)).Outcome);
        Assert.NotNull(await library.Catalog.GetAsync(uploads[0].Image.Id, CancellationToken.None));
        Assert.Empty((await StopAndInspectAsync(library)).Defects);
        await library.StartAsync();
        Assert.Equal(TestAccounts.Create(1), await library.Accounts.GetAsync(TestAccounts.Create(1).Id, CancellationToken.None));
    }

    [Fact]
    public async Task StartingAsync_WhenTheAccountsAreGone_ShouldRefuseEveryTimeAndSayHowToGoOnWithout()
    {
        var (library, _) = await TestLibrary.CreateAsync(1);
        await using var __ = library;
        var accounts = $"{library.Paths.Root}/accounts.jsonl";
        File.Delete(accounts);

        for (var attempt = 0; attempt < 2; attempt++)
        {
            var refusal = await Assert.ThrowsAsync<LibraryException>(library.StartAsync);
            await library.StopAsync();
            Assert.Contains($"{accounts}, is missing", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("runs/…/data/accounts.jsonl", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("move audit.jsonl away as well", refusal.Message, StringComparison.Ordinal);
            Assert.False(File.Exists(accounts));
        }

        File.Move($"{library.Paths.Root}/audit.jsonl", $"{library.Paths.Root}/audit.jsonl.old");
        await library.StartAsync();
        Assert.Equal(AccountOutcome.Done, (await library.Accounts.AddAsync(TestAccounts.Create(1), CancellationToken.None)).Outcome);
    }

    [Theory]
    [InlineData("accounts.jsonl", "audit.jsonl")]
    [InlineData("sessions.jsonl")]
    [InlineData("audit.jsonl")]
    public async Task StartingAsync_WhenALogBesideTheCatalogueIsDamaged_ShouldRefuseSayingWhatToDoAndStartOnceItIsAway(string log, string? other = null)
    {
        var (library, _) = await TestLibrary.CreateAsync(1);
        await using var __ = library;
        var path = Path.Combine(library.Paths.Root, log);
        Harm.FlipMiddle(path);

        var refusal = await Assert.ThrowsAsync<LibraryException>(library.StartAsync);
        await library.StopAsync();
        foreach (var away in new[] { log, other }.OfType<string>())
        {
            File.Move(Path.Combine(library.Paths.Root, away), Path.Combine(library.Paths.Root, away + ".old"));
        }

        await library.StartAsync();

        Assert.Contains($"{path} is damaged at line 1: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("ove ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(other ?? "", refusal.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> AccessLogs(TestLibrary library) =>
        ((string[])["accounts.jsonl", "sessions.jsonl", "audit.jsonl"]).Select(log => Path.Combine(library.Paths.Root, log));

    private static async Task<LibraryReport> StopAndInspectAsync(TestLibrary library)
    {
        await library.StopAsync();
        return await library.InspectAsync();
    }
}
