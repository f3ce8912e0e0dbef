using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.Json.Log;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Infrastructure.Tests.Library;

/// <summary>What a repair brings back, and what it must leave alone.</summary>
public sealed class LibraryRepairTests
{
    [Fact]
    public async Task RepairAsync_WhenTheCatalogueIsGoneAndFactsCannotBeRead_ShouldTakeInTheOthers()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(2);
        await using var _ = library;
        File.Delete(library.Paths.Catalogue);
        File.Delete(library.PathOf(uploads[0], "image.json"));
        Directory.CreateDirectory(library.PathOf(uploads[0], "image.json"));

        var report = await library.RepairAsync();

        Assert.Equal(1, report.Images);
        Assert.Contains(report.Defects, defect => defect is { Kind: DefectKind.FactsDamaged, Repaired: false });
    }

    [Fact]
    public async Task RepairAsync_WhenNoLineKnowsAnImage_ShouldTakeItInUnlessItWasRemoved()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(2);
        await using var _ = library;
        var (interrupted, removed) = (TestUpload.Create(10, 100), TestUpload.Create(11, 100));
        await library.StartAsync();
        await library.CommitAsync(interrupted);
        await library.AddAsync(removed);
        await library.Catalog.RemoveAsync(removed.Image.Id, _ => true, CancellationToken.None);
        await library.StopAsync();

        var found = await library.InspectAsync();
        var repaired = await library.RepairAsync();

        Assert.Equal(2, found.Defects.Count(defect => defect is { Kind: DefectKind.OrphanFolder, Repaired: false }));
        Assert.True(found.IsWhole && repaired.IsWhole);
        Assert.Equal(3, repaired.Images);
        Assert.All(repaired.Defects, defect => Assert.True(defect.Repaired));
        Assert.Single(Directory.GetDirectories(library.Paths.Orphans, removed.Image.Id.ToString(), SearchOption.AllDirectories));
        await library.StartAsync();
        Assert.Equal(Hidden(interrupted), await library.Catalog.GetAsync(interrupted.Image.Id, CancellationToken.None));
        Assert.Null(await library.Catalog.GetAsync(removed.Image.Id, CancellationToken.None));
    }

    [Fact]
    public async Task RepairAsync_WhenTheLogIsDamaged_ShouldKeepEveryImageAndTheOldLog()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(3);
        await using var _ = library;
        await library.StartAsync();
        await library.Catalog.UpdateAsync(uploads[0].Image.Id, image => image.Rename("kept"), CancellationToken.None);
        await library.Catalog.RemoveAsync(uploads[1].Image.Id, _ => true, CancellationToken.None);
        await library.StopAsync();
        Harm.Flip(library.Paths.Catalogue, LineStart(library, 4) + 50);
        var damaged = await File.ReadAllBytesAsync(library.Paths.Catalogue);

        var report = await library.RepairAsync();

        var defect = Assert.Single(report.Defects, defect => defect.Kind == DefectKind.CatalogueDamaged);
        Assert.Equal(("images.jsonl:4", true), (defect.Place, defect.Repaired));
        Assert.Contains("a new name", defect.Detail, StringComparison.Ordinal);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(Directory.GetFiles(library.Paths.Root, "images.jsonl.before-repair-*").Single()));
        await library.StartAsync();
        Assert.Equal(uploads[0].Image with { Name = "kept" }, await library.Catalog.GetAsync(uploads[0].Image.Id, CancellationToken.None));
        Assert.Null(await library.Catalog.GetAsync(uploads[1].Image.Id, CancellationToken.None));
        Assert.Equal(Hidden(uploads[2]), await library.Catalog.GetAsync(uploads[2].Image.Id, CancellationToken.None));
    }

    [Fact]
    public async Task RepairAsync_WhenTheLogIsOfALaterVersion_ShouldRefuse()
    {
        var (library, _) = await TestLibrary.CreateAsync(1);
        await using var __ = library;
        var later = LogHeader.Create("images", 2);
        await File.WriteAllBytesAsync(library.Paths.Catalogue, later);

        await Assert.ThrowsAsync<LibraryException>(() => library.RepairAsync());

        Assert.Equal(later, await File.ReadAllBytesAsync(library.Paths.Catalogue));
    }

    [Theory]
    [InlineData("image.json", true)]
    [InlineData("full.webp", false)]
    public async Task RepairAsync_WhenAFileIsMissing_ShouldRebuildFactsAndGoOnReportingPictures(string file, bool rebuilt)
    {
        var (library, uploads) = await TestLibrary.CreateAsync(2);
        await using var _ = library;
        var before = await File.ReadAllBytesAsync(library.PathOf(uploads[0], file));
        File.Delete(library.PathOf(uploads[0], file));

        var repaired = await library.RepairAsync();
        var after = await library.InspectAsync();

        Assert.Equal(rebuilt, Assert.Single(repaired.Defects).Repaired);
        Assert.Equal((rebuilt, rebuilt), (repaired.IsWhole, after.IsWhole));
        Assert.Equal(rebuilt, File.Exists(library.PathOf(uploads[0], file)) && before.SequenceEqual(File.ReadAllBytes(library.PathOf(uploads[0], file))));
    }

    [Fact]
    public async Task RepairAsync_WhenCatalogueAndFactsAreGone_ShouldSayWhatCannotBeBroughtBack()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(2);
        await using var _ = library;
        File.Delete(library.Paths.Catalogue);
        File.Delete(library.PathOf(uploads[0], "image.json"));

        var report = await library.RepairAsync();

        Assert.Equal((false, 1), (report.IsWhole, report.Images));
        Assert.Contains(report.Defects, defect => defect is { Kind: DefectKind.FactsDamaged, Repaired: false });
        Assert.NotEmpty(Directory.GetFiles(library.Paths.Orphans, "full.webp", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task RepairAsync_WhenAnImageWasMadePrivateAndTheCatalogueIsLost_ShouldNotMakeItPublicAndSaySo()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(2);
        await using var _ = library;
        await library.StartAsync();
        await library.Catalog.UpdateAsync(uploads[0].Image.Id, image => image with { Visibility = Visibility.Private }, CancellationToken.None);
        await library.StopAsync();
        File.Delete(library.Paths.Catalogue);

        var report = await library.RepairAsync();

        Assert.Contains("All of them are private", Assert.Single(report.Defects, defect => defect.Kind == DefectKind.OrphanFolder).Detail, StringComparison.Ordinal);
        await library.StartAsync();
        foreach (var upload in uploads)
        {
            Assert.Equal(Hidden(upload), await library.Catalog.GetAsync(upload.Image.Id, CancellationToken.None));
        }
    }

    [SkippableFact]
    public async Task RepairAsync_WhenTheCatalogueCannotBeRead_ShouldRebuildItFromWhatIsBesideThePictures()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(2);
        await using var _ = library;
        Harm.MakeUnreadable(library.Paths.Catalogue);

        var found = await library.InspectAsync();
        var repaired = await library.RepairAsync();

        Assert.Contains(found.Defects, defect => defect.Kind == DefectKind.CatalogueDamaged && defect.Detail.StartsWith("Some of it cannot be read: ", StringComparison.Ordinal));
        Assert.Equal((2, true), (repaired.Images, repaired.IsWhole));
        Assert.Single(Directory.GetFiles(library.Paths.Root, "images.jsonl.before-repair-*"));
        await library.StartAsync();
        Assert.Equal(Hidden(uploads[1]), await library.Catalog.GetAsync(uploads[1].Image.Id, CancellationToken.None));
    }

    [Property(MaxTest = 10)]
    public Property RepairAsync_WhenTheCatalogueIsLost_ShouldRebuildTheImagesAsUploadedButPrivate() =>
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
        var report = await library.RepairAsync();
        await library.StartAsync();
        var rebuilt = await Task.WhenAll(uploads.Select(upload => library.Catalog.GetAsync(upload.Image.Id, CancellationToken.None)));
        return report.IsWhole && report.Images == uploads.Count && rebuilt.SequenceEqual(uploads.Select(Hidden));
    }

    private static Image Hidden(TestUpload upload) => upload.Image with { Visibility = Visibility.Private };

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
}
