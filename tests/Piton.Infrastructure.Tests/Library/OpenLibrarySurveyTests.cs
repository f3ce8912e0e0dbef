using Piton.Domain.Library;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Infrastructure.Tests.Library;

/// <summary>What the inspection finds in a library that is open, and that it is in nobody's way.</summary>
public sealed class OpenLibrarySurveyTests
{
    [Fact]
    public async Task InspectAsync_WhenTheLibraryIsOpen_ShouldFindWhatIsDamagedAndNothingElse()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(3);
        await using var _ = library;
        await library.StartAsync();
        Assert.Empty((await library.InspectAsync()).Defects);

        Harm.FlipMiddle(library.PathOf(uploads[1], "full.webp"));
        File.WriteAllText(Path.Combine(library.Paths.Staging, "under-way"), "");
        var report = await library.InspectAsync();

        Assert.Equal(3, report.Images);
        Assert.Equal(DefectKind.FileDamaged, Assert.Single(report.Defects).Kind);
        await library.AddAsync(TestUpload.Create(9, 1_000));
        Assert.Equal(4, (await library.InspectAsync()).Images);
    }

    [Fact]
    public async Task InspectAsync_WhenAnUploadIsInItsLastStep_ShouldNotMissItsLineUntilItIsOld()
    {
        var (library, _) = await TestLibrary.CreateAsync(1);
        await using var __ = library;
        await library.StartAsync();
        var upload = TestUpload.Create(5, 1_000);
        await library.CommitAsync(upload);
        Assert.Empty((await library.InspectAsync()).Defects);

        Directory.SetLastWriteTimeUtc(library.Paths.FolderOf(upload.Image.Id), DateTime.UtcNow.AddHours(-1));

        Assert.Equal(DefectKind.OrphanFolder, Assert.Single((await library.InspectAsync()).Defects).Kind);
    }

    [Theory]
    [InlineData("accounts.jsonl")]
    [InlineData("sessions.jsonl")]
    [InlineData("audit.jsonl")]
    public async Task InspectAsync_WhenALogIsBeingWritten_ShouldLookAtWhatIsOnDiskAlone(string log)
    {
        var (library, _) = await TestLibrary.CreateAsync(1);
        await using var __ = library;
        await library.StartAsync();
        await File.AppendAllTextAsync($"{library.Paths.Root}/{log}", "{\"a line on its way\"}\n");

        Assert.Empty((await library.InspectAsync()).Defects);
    }

    [Fact]
    public async Task InspectAsync_WhenImagesAreRemovedMeanwhile_ShouldNotMissThem()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(1);
        await using var _ = library;
        await library.StartAsync();
        await library.Catalog.RemoveAsync(uploads[0].Image.Id, _ => true, CancellationToken.None);
        await library.Store.DeleteAsync(uploads[0].Image.Id, CancellationToken.None);

        Assert.Empty((await library.InspectAsync()).Defects);
    }

    [Fact]
    public async Task RepairAsync_WhenTheLibraryIsOpen_ShouldRefuse()
    {
        var (library, _) = await TestLibrary.CreateAsync(1);
        await using var __ = library;
        await library.StartAsync();

        var refusal = await Assert.ThrowsAsync<LibraryException>(() => library.RepairAsync());

        Assert.Contains("Stop the server", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CompactAsync_WhenMuchIsOutOfDate_ShouldMakeTheLogsSmallerAndLoseNothing()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(2);
        await using var _ = library;
        await library.StartAsync();
        for (var turn = 0; turn < 20; turn++)
        {
            await library.Catalog.UpdateAsync(uploads[0].Image.Id, image => image.Rename($"name {turn}"), CancellationToken.None);
        }

        var logs = await library.CompactAsync();

        Assert.Equal(["images.jsonl", "accounts.jsonl", "sessions.jsonl"], logs.Select(log => log.Name));
        Assert.True(logs[0].BytesAfter < logs[0].BytesBefore / 2);
        Assert.Equal("name 19", (await library.Catalog.GetAsync(uploads[0].Image.Id, CancellationToken.None))!.Name);
        Assert.Empty((await library.InspectAsync()).Defects);
    }
}
