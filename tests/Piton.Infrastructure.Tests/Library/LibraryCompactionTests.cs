using Piton.Domain.Library;

namespace Piton.Infrastructure.Tests.Library;

/// <summary>What is said of a log that could not be written anew, and that it is true.</summary>
public sealed class LibraryCompactionTests
{
    [Fact]
    public async Task CompactAsync_WhenTheNewNameCannotBePutOnDisk_ShouldSayThatTheLibraryIsReadOnly()
    {
        var (library, uploads) = await TestLibrary.CreateAsync(1);
        await using var _ = library;
        await library.StartAsync();
        library.Logs.Before = Fail("flush folder", new IOException("Input/output error", 5));

        var refusal = await Assert.ThrowsAsync<LibraryException>(library.CompactAsync);

        Assert.True(library.Health.IsReadOnly);
        Assert.Contains("Input/output error. Nothing is lost, but the library is read-only", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("in force", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(uploads[0].Image, await library.Catalog.GetAsync(uploads[0].Image.Id, CancellationToken.None));
    }

    [Fact]
    public async Task CompactAsync_WhenTheNewLogMayNotTakeThePlaceOfTheOld_ShouldSayThatTheOldIsInForce()
    {
        var (library, _) = await TestLibrary.CreateAsync(1);
        await using var __ = library;
        await library.StartAsync();
        library.Logs.Before = Fail("replace", new UnauthorizedAccessException("Permission denied."));

        var refusal = await Assert.ThrowsAsync<LibraryException>(library.CompactAsync);

        Assert.False(library.Health.IsReadOnly);
        Assert.Equal("images.jsonl could not be written anew: Permission denied. The old one is in force as it was.", refusal.Message);
    }

    [Fact]
    public async Task CompactAsync_WhenALineIsDamaged_ShouldSayWhereAndThatTheOldLogIsInForce()
    {
        var (library, _) = await TestLibrary.CreateAsync(1);
        await using var __ = library;
        await library.StartAsync();
        Harm.FlipMiddle(library.Paths.Catalogue);

        var refusal = await Assert.ThrowsAsync<LibraryException>(library.CompactAsync);

        Assert.Contains($"{library.Paths.Catalogue} is damaged at byte ", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("The old one is in force as it was.", refusal.Message, StringComparison.Ordinal);
    }

    private static Action<string> Fail(string failing, Exception failure) => operation =>
    {
        if (operation == failing)
        {
            throw failure;
        }
    };
}
