using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Infrastructure.Tests.Library;

public sealed class LibraryInspectorTests
{
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

    [Fact]
    public async Task InspectAsync_WhenThereIsNoFolder_ShouldSayWhichAndMakeNone()
    {
        await using var library = new TestLibrary();

        var refusal = await Assert.ThrowsAsync<LibraryException>(() => library.InspectAsync(repair: true));

        Assert.Contains(library.Paths.Root, refusal.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(library.Paths.Root));
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
        await using var library = new TestLibrary();
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

    [Fact]
    public async Task InspectAsync_WhenRepairingADamagedLog_ShouldKeepEveryImageAndTheOldLog()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(3);
        await using var _ = library;
        await library.StartAsync();
        await library.Catalog.UpdateAsync(uploads[0].Image.Id, image => image.Rename("kept"), CancellationToken.None);
        await library.Catalog.RemoveAsync(uploads[1].Image.Id, _ => true, CancellationToken.None);
        await library.StopAsync();
        Harm.Flip(library.Paths.Catalogue, LineStart(library, 4) + 50);
        var damaged = await File.ReadAllBytesAsync(library.Paths.Catalogue);

        var report = await library.InspectAsync(repair: true);

        var defect = Assert.Single(report.Defects, defect => defect.Kind == DefectKind.CatalogueDamaged);
        Assert.Equal(("images.jsonl:4", true), (defect.Place, defect.Repaired));
        Assert.Equal(damaged, await File.ReadAllBytesAsync(Directory.GetFiles(library.Paths.Root, "images.jsonl.damaged-*").Single()));
        await library.StartAsync();
        Assert.Equal(uploads[0].Image with { Name = "kept" }, await library.Catalog.GetAsync(uploads[0].Image.Id, CancellationToken.None));
        Assert.Null(await library.Catalog.GetAsync(uploads[1].Image.Id, CancellationToken.None));
        Assert.Equal(uploads[2].Image, await library.Catalog.GetAsync(uploads[2].Image.Id, CancellationToken.None));
    }

    [Fact]
    public async Task InspectAsync_WhenTheLogIsOfALaterVersion_ShouldRefuseToRepairIt()
    {
        var (library, _) = await TestLibrary.CreateAsync(1);
        await using var __ = library;
        var later = Piton.Infrastructure.Json.Log.LogHeader.Create("images", 2);
        await File.WriteAllBytesAsync(library.Paths.Catalogue, later);

        await Assert.ThrowsAsync<LibraryException>(() => library.InspectAsync(repair: true));

        Assert.Equal(later, await File.ReadAllBytesAsync(library.Paths.Catalogue));
    }

    [Theory]
    [InlineData("image.json", true)]
    [InlineData("full.webp", false)]
    public async Task InspectAsync_WhenRepairingAMissingFile_ShouldRebuildFactsAndGoOnReportingPictures(string file, bool rebuilt)
    {
        var (library, uploads) = await TestLibrary.CreateAsync(2);
        await using var _ = library;
        var before = await File.ReadAllBytesAsync(library.PathOf(uploads[0], file));
        File.Delete(library.PathOf(uploads[0], file));

        var repaired = await library.InspectAsync(repair: true);
        var after = await library.InspectAsync();

        Assert.Equal(rebuilt, Assert.Single(repaired.Defects).Repaired);
        Assert.Equal((rebuilt, rebuilt), (repaired.IsWhole, after.IsWhole));
        Assert.Equal(rebuilt, File.Exists(library.PathOf(uploads[0], file)) && before.SequenceEqual(File.ReadAllBytes(library.PathOf(uploads[0], file))));
    }

    [Fact]
    public async Task InspectAsync_WhenRepairingWithoutCatalogueAndFacts_ShouldSayWhatCannotBeBroughtBack()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(2);
        await using var _ = library;
        File.Delete(library.Paths.Catalogue);
        File.Delete(library.PathOf(uploads[0], "image.json"));

        var report = await library.InspectAsync(repair: true);

        Assert.Equal((false, 1), (report.IsWhole, report.Images));
        Assert.Contains(report.Defects, defect => defect is { Kind: DefectKind.FactsDamaged, Repaired: false });
        Assert.NotEmpty(Directory.GetFiles(library.Paths.Orphans, "full.webp", SearchOption.AllDirectories));
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

    [Property(MaxTest = 10)]
    public Property InspectAsync_WhenTheCatalogueIsLost_ShouldRebuildTheImagesAsUploaded() =>
        Prop.ForAll(FewImages.ToArbitrary(), images => IsRebuiltAsync(images).GetAwaiter().GetResult());

    private static Gen<List<Image>> FewImages =>
        from count in Gen.Choose(1, 6)
        from images in TestImages.Any.ListOf(count)
        select images.ToList();

    private static async Task<bool> IsRebuiltAsync(List<Image> images)
    {
        await using var library = new TestLibrary();
        var uploads = images.DistinctBy(image => image.Id).Select((image, number) => TestUpload.For(image, number * 100)).ToList();
        await library.StartAsync();
        foreach (var upload in uploads)
        {
            await library.AddAsync(upload);
        }

        await library.StopAsync();
        File.Delete(library.Paths.Catalogue);
        var report = await library.InspectAsync(repair: true);
        await library.StartAsync();
        var rebuilt = await Task.WhenAll(uploads.Select(upload => library.Catalog.GetAsync(upload.Image.Id, CancellationToken.None)));
        return report.IsWhole && report.Images == uploads.Count && rebuilt.SequenceEqual(uploads.Select(upload => upload.Image));
    }

    private static long LineStart(TestLibrary library, int number)
    {
        var bytes = File.ReadAllBytes(library.Paths.Catalogue);
        var start = 0;
        for (var line = 1; line < number; line++)
        {
            start += bytes.AsSpan(start).IndexOf((byte)'\n') + 1;
        }

        return start;
    }

    private static async Task AssertFindsAsync(TestLibrary library, DefectKind kind, string path)
    {
        var report = await library.InspectAsync();

        var defect = Assert.Single(report.Defects);
        Assert.Equal((kind, library.Paths.Within(path), false), (defect.Kind, defect.Place, defect.Repaired));
        Assert.False(report.IsWhole);
    }
}
