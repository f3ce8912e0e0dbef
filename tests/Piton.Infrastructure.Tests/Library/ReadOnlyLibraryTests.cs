using Piton.Domain.Images;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Infrastructure.Tests.Library;

public sealed class ReadOnlyLibraryTests
{
    [Fact]
    public async Task Library_WhenTheStoreCannotFlush_ShouldTakeNoChangeAnyMoreAndStillBeRead()
    {
        await using var library = new TestLibrary();
        var (kept, refused) = (TestUpload.Create(1, 1_000), TestUpload.Create(2, 1_000));
        await library.StartAsync();
        await library.AddAsync(kept);
        Assert.False(library.Health.IsReadOnly);
        library.Disk.Before = _ => throw new IOException("No good");

        var staging = await library.Store.StageAsync(new MemoryStream(refused.Source), 1_000_000, CancellationToken.None);
        await using (var staged = staging.Upload!)
        {
            Assert.Equal(CommitOutcome.ReadOnly, await library.Store.CommitAsync(staged, refused.Image, refused.Files, CancellationToken.None));
        }

        Assert.Contains("No good", library.Health.Reason, StringComparison.Ordinal);
        var change = await library.Catalog.UpdateAsync(kept.Image.Id, image => image.Rename("other"), CancellationToken.None);
        Assert.Equal(CatalogOutcome.ReadOnly, change.Outcome);
        Assert.Equal(kept.Image, await library.Catalog.GetAsync(kept.Image.Id, CancellationToken.None));
        await using var file = await library.Store.OpenAsync(kept.Image.Id, kept.Image.Full, CancellationToken.None);
        Assert.NotNull(file);
    }
}
