using Piton.Domain.Library;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Infrastructure.Tests.Library;

/// <summary>What the inspection finds in a library, and that it changes nothing.</summary>
public sealed class LibraryInspectorTests
{
    [SkippableTheory]
    [InlineData(false, "as user ")]
    [InlineData(true, "as the user that runs Piton")]
    public async Task InspectAsync_WhenTheLibraryIsAnothersAndShut_ShouldSayAsWhomToLook(bool isAboveShut, string asWhom)
    {
        Skip.IfNot(Environment.IsPrivilegedProcess, "Becoming another user needs root.");
        var above = Directory.CreateTempSubdirectory("piton-shut-");
        File.SetUnixFileMode(above.FullName, isAboveShut ? UnixFileMode.UserRead : (UnixFileMode)0b111_101_101);
        await using (var library = new TestLibrary($"{above.FullName}/data"))
        {
            await library.StartAsync();
            await library.StopAsync();

            var said = await OtherUser.VerifyAsync(library.Paths.Root);

            Assert.Contains($"{library.Paths.Root} may not be read by this user. Run it as root (sudo), or {asWhom}", said, StringComparison.Ordinal);
        }

        above.Delete(recursive: true);
    }

    [Fact]
    public async Task InspectAsync_WhenAllIsWell_ShouldCountEverythingAndFindNothing()
    {
        var (library, _) = await TestLibrary.CreateAsync(3);
        await using var __ = library;

        var report = await library.InspectAsync();

        Assert.Empty(report.Defects);
        Assert.True(report.IsWhole);
        var files = Directory.GetFiles(library.Paths.Uploads, "*", SearchOption.AllDirectories);
        Assert.Equal((3, 9, files.Sum(file => new FileInfo(file).Length)), (report.Images, report.Files, report.Bytes));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task InspectAsync_WhenItIsTold_ShouldSayAfterEachImageHowManyAreDone(bool isOpen)
    {
        var (library, _) = await TestLibrary.CreateAsync(3);
        await using var __ = library;
        var progress = new ProgressList();
        if (isOpen)
        {
            await library.StartAsync();
        }

        await library.InspectAsync(progress);

        Assert.Equal([new(1, 3), new(2, 3), new(3, 3)], progress.Reports);
    }

    [Fact]
    public async Task InspectAsync_WhenThereIsNoFolder_ShouldSayWhichAndMakeNone()
    {
        await using var library = new TestLibrary();

        var refusal = await Assert.ThrowsAsync<LibraryException>(() => library.RepairAsync());

        Assert.Contains(library.Paths.Root, refusal.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(library.Paths.Root));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task InspectAsync_WhenTheFolderIsNoLibrary_ShouldSaySoAndPutNothingInIt(bool repair)
    {
        await using var library = new TestLibrary();
        Directory.CreateDirectory(library.Paths.Root);

        var refusal = await Assert.ThrowsAsync<LibraryException>(() => repair ? library.RepairAsync() : library.InspectAsync());

        Assert.Contains(library.Paths.Root, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(library.Paths.Root));
    }

    [Fact]
    public async Task InspectAsync_WhenFoldersAreMissing_ShouldMakeNone()
    {
        var (library, _) = await TestLibrary.CreateAsync(1);
        await using var __ = library;
        string[] folders = [library.Paths.Uploads, library.Paths.Staging, library.Paths.Orphans, library.Paths.Keys];
        Array.ForEach(folders, folder => Directory.Delete(folder, recursive: true));

        var report = await library.InspectAsync();

        Assert.Equal(DefectKind.FolderMissing, Assert.Single(report.Defects).Kind);
        Assert.Empty(Directory.GetDirectories(library.Paths.Root));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task InspectAsync_WhenFactsCannotBeRead_ShouldSayOfThatImageAndGoOn(bool repair)
    {
        var (library, uploads) = await TestLibrary.CreateAsync(2);
        await using var _ = library;
        File.Delete(library.PathOf(uploads[0], "image.json"));
        Directory.CreateDirectory(library.PathOf(uploads[0], "image.json"));
        File.Delete(library.PathOf(uploads[1], "full.webp"));

        var report = await (repair ? library.RepairAsync() : library.InspectAsync());

        Assert.Equal([DefectKind.FileMissing, DefectKind.FactsDamaged], report.Defects.Select(defect => defect.Kind).Order());
        Assert.False(report.IsWhole);
    }

    [Theory]
    [InlineData(DefectKind.FileDamaged, "full.webp")]
    [InlineData(DefectKind.FileDamaged, "w320.webp")]
    [InlineData(DefectKind.FactsDamaged, "image.json")]
    public async Task InspectAsync_WhenAByteIsFlipped_ShouldFindIt(DefectKind kind, string file)
    {
        var (library, uploads) = await TestLibrary.CreateAsync(3);
        await using var _ = library;
        Harm.FlipMiddle(library.PathOf(uploads[1], file));

        await AssertFindsAsync(library, kind, library.PathOf(uploads[1], file));
    }

    [Theory]
    [InlineData(DefectKind.FileMissing, "full.webp")]
    [InlineData(DefectKind.FactsMissing, "image.json")]
    public async Task InspectAsync_WhenAFileIsMissing_ShouldFindIt(DefectKind kind, string file)
    {
        var (library, uploads) = await TestLibrary.CreateAsync(3);
        await using var _ = library;
        File.Delete(library.PathOf(uploads[1], file));

        await AssertFindsAsync(library, kind, library.PathOf(uploads[1], file));
    }

    [Fact]
    public async Task InspectAsync_WhenAFileIsCutShort_ShouldFindIt()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(1);
        await using var _ = library;
        var path = library.PathOf(uploads[0], "full.webp");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]);

        await AssertFindsAsync(library, DefectKind.FileDamaged, path);
    }

    [Fact]
    public async Task InspectAsync_WhenAFileCannotBeRead_ShouldSayOfThatFileAndGoOn()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(2);
        await using var _ = library;
        var path = library.PathOf(uploads[0], "full.webp");
        File.Delete(path);
        Directory.CreateDirectory(path);
        File.Delete(library.PathOf(uploads[1], "w320.webp"));

        var report = await library.InspectAsync();

        Assert.Equal(
            [DefectKind.FileMissing, DefectKind.FileDamaged],
            report.Defects.Select(defect => defect.Kind).Order());
    }

    [Fact]
    public async Task InspectAsync_WhenTheKeptOriginalIsDamaged_ShouldFindIt()
    {
        await using var library = new TestLibrary();
        var upload = TestUpload.Create(1, 1_000, keepSource: true);
        await library.StartAsync();
        await library.AddAsync(upload);
        await library.StopAsync();
        Assert.Empty((await library.InspectAsync()).Defects);
        Harm.FlipMiddle(library.PathOf(upload, "original.jpg"));

        await AssertFindsAsync(library, DefectKind.FileDamaged, library.PathOf(upload, "original.jpg"));
    }

    [Fact]
    public async Task InspectAsync_WhenAFolderIsMissing_ShouldFindIt()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(2);
        await using var _ = library;
        Directory.Delete(library.Paths.FolderOf(uploads[0].Image.Id), recursive: true);

        await AssertFindsAsync(library, DefectKind.FolderMissing, library.Paths.FolderOf(uploads[0].Image.Id));
    }

    [Fact]
    public async Task InspectAsync_WhenThereAreLeftovers_ShouldFindThemAndCallTheLibraryWhole()
    {
        var (library, _) = await TestLibrary.CreateAsync(1);
        await using var __ = library;
        var orphan = TestUpload.Create(1);
        await library.StartAsync();
        await library.CommitAsync(orphan);
        await library.StopAsync();
        var interrupted = library.Paths.NewStagingPath();
        Directory.CreateDirectory(interrupted);
        Directory.CreateDirectory(library.Paths.Uploads + "/lost+found");

        var report = await library.InspectAsync();

        Assert.True(report.IsWhole);
        Assert.Equal(
            [
                (DefectKind.OrphanFolder, library.Paths.Within(library.Paths.FolderOf(orphan.Image.Id))),
                (DefectKind.Stranger, "uploads/lost+found"),
                (DefectKind.StagingLeftover, library.Paths.Within(interrupted)),
            ],
            report.Defects.Select(defect => (defect.Kind, defect.Place)));
    }

    [Fact]
    public async Task InspectAsync_WhenTheEndOfTheLogIsTorn_ShouldSaySoAndCallTheLibraryWhole()
    {
        var (library, _) = await TestLibrary.CreateAsync(2);
        await using var __ = library;
        File.AppendAllText(library.Paths.Catalogue, "{\"seq\":3,\"op\":\"pu");

        var report = await library.InspectAsync();

        Assert.Equal(DefectKind.CatalogueUnfinished, Assert.Single(report.Defects).Kind);
        Assert.Equal((true, 2), (report.IsWhole, report.Images));
    }

    [Fact]
    public async Task InspectAsync_WhenAnyByteOfTheLogIsFlipped_ShouldFindIt()
    {
        var (library, _) = await TestLibrary.CreateAsync(3);
        await using var __ = library;
        var length = new FileInfo(library.Paths.Catalogue).Length;
        for (long offset = 0; offset < length; offset += 53)
        {
            Harm.Flip(library.Paths.Catalogue, offset);

            var report = await library.InspectAsync();

            Assert.False(report.IsWhole, $"The flip at {offset} was not found.");
            Assert.Contains(report.Defects, defect => defect.Kind == DefectKind.CatalogueDamaged);
            Harm.Flip(library.Paths.Catalogue, offset);
        }
    }

    [Theory]
    [InlineData("accounts.jsonl")]
    [InlineData("sessions.jsonl")]
    [InlineData("audit.jsonl")]
    public async Task InspectAsync_WhenALogBesideTheCatalogueIsDamagedOrTorn_ShouldFindIt(string log)
    {
        var (library, _) = await TestLibrary.CreateAsync(0);
        await using var __ = library;
        await library.StartAsync();
        await library.Accounts.AddAsync(TestAccounts.Create(1), CancellationToken.None);
        await library.Sessions.AddAsync(TestSessions.Create(1), CancellationToken.None);
        await library.Audit.AppendAsync(TestEntries.Create(1), CancellationToken.None);
        await library.StopAsync();
        var path = $"{library.Paths.Root}/{log}";
        Assert.Empty((await library.InspectAsync()).Defects);

        Harm.FlipMiddle(path);
        await AssertFindsAsync(library, DefectKind.LogDamaged, path);
        Assert.False((await library.RepairAsync()).IsWhole);
        Harm.FlipMiddle(path);
        File.AppendAllText(path, "{\"seq\":2,\"op\":\"pu");
        var torn = await library.InspectAsync();

        Assert.Equal((DefectKind.LogUnfinished, true), (Assert.Single(torn.Defects).Kind, torn.IsWhole));
    }

    [SkippableTheory]
    [InlineData("accounts.jsonl")]
    [InlineData("sessions.jsonl")]
    [InlineData("audit.jsonl")]
    public async Task InspectAsync_WhenALogBesideTheCatalogueCannotBeRead_ShouldSaySoAndGoOn(string log)
    {
        var (library, uploads) = await TestLibrary.CreateAsync(1);
        await using var _ = library;
        Harm.MakeUnreadable($"{library.Paths.Root}/{log}");
        Harm.FlipMiddle(library.PathOf(uploads[0], "full.webp"));

        var report = await library.InspectAsync();

        Assert.Equal([DefectKind.LogDamaged, DefectKind.FileDamaged], report.Defects.Select(defect => defect.Kind));
        Assert.Equal(log, report.Defects[0].Place);
        Assert.StartsWith("It cannot be read: ", report.Defects[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InspectAsync_WhenTheAccountsAreGone_ShouldFindIt()
    {
        var (library, _) = await TestLibrary.CreateAsync(1);
        await using var __ = library;
        var path = $"{library.Paths.Root}/accounts.jsonl";
        File.Delete(path);

        await AssertFindsAsync(library, DefectKind.LogMissing, path);
    }

    [Fact]
    public async Task InspectAsync_WhenTheCatalogueIsGone_ShouldFindItWithoutRepairing()
    {
        var (library, _) = await TestLibrary.CreateAsync(2);
        await using var __ = library;
        File.Delete(library.Paths.Catalogue);

        await AssertFindsAsync(library, DefectKind.CatalogueMissing, library.Paths.Catalogue);

        Assert.False(File.Exists(library.Paths.Catalogue));
    }

    private static async Task AssertFindsAsync(TestLibrary library, DefectKind kind, string path)
    {
        var report = await library.InspectAsync();

        var defect = Assert.Single(report.Defects);
        Assert.Equal((kind, library.Paths.Within(path), false), (defect.Kind, defect.Place, defect.Repaired));
        Assert.False(report.IsWhole);
    }
}
