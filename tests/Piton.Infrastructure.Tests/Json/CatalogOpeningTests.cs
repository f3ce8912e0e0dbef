using System.Text;
using Microsoft.Extensions.Time.Testing;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Tests.Json;

/// <summary>What the catalogue makes of a log that is not as it left it.</summary>
public sealed class CatalogOpeningTests
{
    [Fact]
    public async Task OpenAsync_WhenTheFileIsMissing_ShouldCreateItOnDisk()
    {
        var disk = new MemoryDisk();

        await using var catalog = await TestCatalogs.OpenAsync(disk);

        Assert.True(catalog.Count == 0);
        var left = disk.AfterPowerCut(keepUnflushedNames: false, keepUnflushedBytes: false);
        Assert.Equal(LogHeader.Create("images"), left[TestCatalogs.Path]);
    }

    [Fact]
    public async Task OpenAsync_WhenCutAnywhereInTheLastGroup_ShouldCutItOffAndKeepIt()
    {
        var whole = LogBytes.Create(1, 2, 2);
        var start = LogBytes.Create(1, 2).Length;
        for (var length = start + 1; length < whole.Length; length++)
        {
            await AssertHealsAsync(whole[..length], start);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task OpenAsync_WhenSectorsOfTheLastGroupWereNeverWritten_ShouldCutItOffAndKeepIt(int sector)
    {
        var log = LogBytes.Create(1, 2, 4);
        var start = LogBytes.Create(1, 2).Length;
        var from = Math.Max(start, ((start / 512) + sector) * 512);
        log.AsSpan(from..Math.Min(log.Length, ((from / 512) + 1) * 512)).Clear();

        await AssertHealsAsync(log, start);
    }

    [Fact]
    public async Task OpenAsync_WhenTheFileGrewWithoutBeingWritten_ShouldCutItOffAndKeepIt()
    {
        var log = LogBytes.Create(1, 2);

        await AssertHealsAsync([.. log, .. new byte[1234]], log.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task OpenAsync_WhenABitIsFlippedAnywhere_ShouldRefuseNamingTheLine(int firstBit)
    {
        var whole = LogBytes.Create(1, 2);
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= (byte)(1 << ((firstBit + at) % 8));
            var line = whole.AsSpan(0, at).Count((byte)'\n') + 1;
            await AssertRefusesAsync(damaged, line);
        }
    }

    [Fact]
    public async Task OpenAsync_WhenAByteIsZeroAnywhere_ShouldRefuseNamingTheLine()
    {
        // The last group has more than one byte in each sector: a sector of zeros in it is what a power cut leaves.
        var whole = LogBytes.Create(2, 1);
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] = 0;
            await AssertRefusesAsync(damaged, whole.AsSpan(0, at).Count((byte)'\n') + 1);
        }
    }

    [Fact]
    public async Task OpenAsync_WhenAnEarlierGroupLostSectors_ShouldRefuse()
    {
        var log = LogBytes.Create(1, 4, 1);
        var line = log.AsSpan(0, 2048).Count((byte)'\n') + 1;
        log.AsSpan(2048, 512).Clear();

        await AssertRefusesAsync(log, line);
    }

    [Fact]
    public async Task OpenAsync_WhenALongLogIsDamagedEarly_ShouldRefuseNamingTheLine()
    {
        var log = LogBytes.Create([.. Enumerable.Repeat(100, 120)]);
        Assert.True(log.Length > LogLine.MaxGroupLength);
        log[5000] ^= 1;

        await AssertRefusesAsync(log, log.AsSpan(0, 5000).Count((byte)'\n') + 1);
    }

    [Theory]
    [InlineData("images", 2, "version 2")]
    [InlineData("accounts", 1, "not a log of images")]
    public async Task OpenAsync_WhenTheHeaderIsOfAnother_ShouldRefuse(string kind, int version, string words)
    {
        var exception = await AssertRefusesAsync(LogHeader.Create(kind, version), line: 1);

        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_WhenTheFileIsEmpty_ShouldRefuse() => await AssertRefusesAsync([], line: 1);

    [Fact]
    public async Task OpenAsync_WhenALineIsLost_ShouldRefuse()
    {
        byte[] log = [.. LogBytes.Create(2), .. LogBytes.Group(4, LogBytes.PutBody(TestImages.Create(9)))];

        Assert.Contains("number 4 where 3 is due", (await AssertRefusesAsync(log, line: 4)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"op\":\"add\"")]
    [InlineData("\"op\":\"put\",\"image\":{}")]
    [InlineData("\"op\":\"remove\",\"id\":\"1\"")]
    [InlineData("\"op\":\"remove\",\"id\":\"00000000000000000000000000000001\"")]
    public async Task OpenAsync_WhenALineMakesNoSense_ShouldRefuse(string body)
    {
        byte[] log = [.. LogBytes.Create(1), .. LogBytes.Group(2, LogBytes.PutBody(TestImages.Create(5)), Encoding.UTF8.GetBytes(body))];

        await AssertRefusesAsync(log, line: 4);
    }

    [Fact]
    public async Task OpenAsync_WhenACompactionWasInterrupted_ShouldDeleteWhatItLeft()
    {
        var disk = new MemoryDisk { [TestCatalogs.Path] = LogBytes.Create(3), [TestCatalogs.Path + ".new"] = LogBytes.Create(1) };

        await using var catalog = await TestCatalogs.OpenAsync(disk);

        Assert.Equal(3, catalog.Count);
        Assert.Equal([TestCatalogs.Path, TestCatalogs.Reserve], disk.Paths.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task OpenAsync_WhenCutTwiceInOneSecond_ShouldKeepBoth()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 4, 5, 6, TimeSpan.Zero));
        var disk = new MemoryDisk();
        for (var i = 0; i < 2; i++)
        {
            disk[TestCatalogs.Path] = [.. LogBytes.Create(1), (byte)'a'];
            await using var catalog = TestCatalogs.Create(disk, time);
            await catalog.OpenAsync("/data", CancellationToken.None);
        }

        Assert.Contains(TestCatalogs.Path + ".cut-20261124T040506Z", disk.Paths);
        Assert.Contains(TestCatalogs.Path + ".cut-20261124T040506Z-2", disk.Paths);
    }

    [Fact]
    public async Task GetAsync_WhenTheLineIsDamagedMeanwhile_ShouldThrow()
    {
        var disk = new MemoryDisk { [TestCatalogs.Path] = LogBytes.Create(3) };
        await using var catalog = await TestCatalogs.OpenAsync(disk);
        disk[TestCatalogs.Path][^40] ^= 1;

        await Assert.ThrowsAsync<InvalidDataException>(() => catalog.GetAsync(TestImages.Create(2).Id, CancellationToken.None));
        Assert.NotNull(await catalog.GetAsync(TestImages.Create(1).Id, CancellationToken.None));
    }

    private static async Task AssertHealsAsync(byte[] log, int start)
    {
        var disk = new MemoryDisk { [TestCatalogs.Path] = log };
        await using var catalog = await TestCatalogs.OpenAsync(disk);

        Assert.Equal(3, catalog.Count);
        Assert.Equal(log[..start], disk[TestCatalogs.Path]);
        var aside = Assert.Single(disk.Paths, path => path.StartsWith(TestCatalogs.Path + ".cut-", StringComparison.Ordinal));
        Assert.Equal(log[start..], disk[aside]);
        Assert.Equal(CatalogOutcome.Done, (await catalog.AddAsync(TestImages.Create(50), StorageQuota.None, CancellationToken.None)).Outcome);
        await using var again = await TestCatalogs.OpenAsync(disk);
        Assert.Equal(4, again.Count);
    }

    private static async Task<LibraryException> AssertRefusesAsync(byte[] log, int line)
    {
        var disk = new MemoryDisk { [TestCatalogs.Path] = log };

        var exception = await Assert.ThrowsAsync<LibraryException>(() => TestCatalogs.OpenAsync(disk));

        Assert.Contains($"{TestCatalogs.Path} is damaged at line {line}: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("verify --repair", exception.Message, StringComparison.Ordinal);
        Assert.Equal(log, disk[TestCatalogs.Path]);
        Assert.Equal([TestCatalogs.Path], disk.Paths);
        return exception;
    }
}
