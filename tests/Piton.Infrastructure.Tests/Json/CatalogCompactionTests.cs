using Piton.Domain.Images;
using Piton.Infrastructure.Json;

namespace Piton.Infrastructure.Tests.Json;

public sealed class CatalogCompactionTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task CompactAsync_WhenWritesGoOn_ShouldLoseNone()
    {
        var disk = new MemoryDisk();
        await using var catalog = await TestCatalogs.OpenAsync(disk);
        for (var i = 0; i < 50; i++)
        {
            await catalog.AddAsync(TestImages.Create(i), StorageQuota.None, None);
        }

        using var stop = new CancellationTokenSource();

        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(() => WriteAsync(catalog, writer, stop.Token))).ToArray();
        for (var i = 0; i < 10; i++)
        {
            await catalog.CompactAsync(None);
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);

        var acknowledged = await catalog.AllAsync();
        Assert.True(acknowledged.Count > 50);
        await using var again = await TestCatalogs.OpenAsync(disk.AfterPowerCut(keepUnflushedNames: false, keepUnflushedBytes: false));
        Assert.Equal(Sorted(acknowledged), Sorted(await again.AllAsync()));
    }

    [Fact]
    public async Task CompactAsync_WhenThePowerIsCutAtAnyPoint_ShouldLeaveAWholeLog()
    {
        var operations = 0;
        for (var fatal = 1; ; fatal++)
        {
            var disk = new MemoryDisk();
            var catalog = await TestCatalogs.OpenAsync(disk);
            for (var i = 0; i < 6; i++)
            {
                await catalog.AddAsync(TestImages.Create(i), StorageQuota.None, None);
            }

            await catalog.RemoveAsync(TestImages.Create(2).Id, _ => true, None);
            var acknowledged = Sorted(await catalog.AllAsync());

            operations = 0;
            disk.Before = _ =>
            {
                if (++operations >= fatal)
                {
                    throw new IOException("Power is gone", 5);
                }
            };
            var failed = await Record.ExceptionAsync(() => catalog.CompactAsync(None)) is IOException;
            foreach (var (names, bytes) in new[] { (false, false), (false, true), (true, true) })
            {
                await using var again = await TestCatalogs.OpenAsync(disk.AfterPowerCut(names, bytes));
                Assert.Equal(acknowledged, Sorted(await again.AllAsync()));
            }

            if (!failed)
            {
                break;
            }
        }

        Assert.True(operations >= 5, $"{operations} operations were tried");
    }

    [Theory]
    [InlineData("open")]
    [InlineData("write")]
    [InlineData("flush")]
    [InlineData("replace")]
    public async Task CompactAsync_WhenTheDiskFailsBeforeTheSwap_ShouldGoOnWithTheOldLog(string operation)
    {
        var disk = new MemoryDisk();
        await using var catalog = await TestCatalogs.OpenAsync(disk);
        await catalog.AddAsync(TestImages.Create(1), StorageQuota.None, None);
        var before = disk[TestCatalogs.Path];

        disk.Before = it => Throw(it == operation);
        await Assert.ThrowsAsync<IOException>(() => catalog.CompactAsync(None));
        disk.Before = _ => { };

        Assert.Equal([TestCatalogs.Path, TestCatalogs.Reserve], disk.Paths.Order(StringComparer.Ordinal));
        Assert.Equal(before, disk[TestCatalogs.Path]);
        Assert.Equal(CatalogOutcome.Done, (await catalog.AddAsync(TestImages.Create(2), StorageQuota.None, None)).Outcome);
        Assert.Equal(2, (await catalog.AllAsync()).Count);
    }

    [Fact]
    public async Task CompactAsync_WhenTheNewNameCannotBePutOnDisk_ShouldTurnReadOnly()
    {
        var disk = new MemoryDisk();
        await using var catalog = await TestCatalogs.OpenAsync(disk);
        await catalog.AddAsync(TestImages.Create(1), StorageQuota.None, None);

        disk.Before = it => Throw(it == "flush folder");
        await Assert.ThrowsAsync<IOException>(() => catalog.CompactAsync(None));

        Assert.Equal(CatalogOutcome.ReadOnly, (await catalog.AddAsync(TestImages.Create(2), StorageQuota.None, None)).Outcome);
        Assert.Equal([TestImages.Create(1)], (await catalog.AllAsync()).Values);
    }

    [Fact]
    public async Task CompactAsync_WhenALineIsDamaged_ShouldNotSpreadTheDamage()
    {
        var disk = new MemoryDisk { [TestCatalogs.Path] = LogBytes.Create(1, 1, 1) };
        await using var catalog = await TestCatalogs.OpenAsync(disk);
        disk[TestCatalogs.Path][200] ^= 1;
        var before = disk[TestCatalogs.Path].ToArray();

        await Assert.ThrowsAsync<InvalidDataException>(() => catalog.CompactAsync(None));

        Assert.Equal(before, disk[TestCatalogs.Path]);
        Assert.Equal([TestCatalogs.Path, TestCatalogs.Reserve], disk.Paths.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task UpdateAsync_WhenMostOfTheLogIsOutOfDate_ShouldCompactWithoutBeingAsked()
    {
        var disk = new MemoryDisk();
        var catalog = await TestCatalogs.OpenAsync(disk, compactAbove: 1 << 16);
        await catalog.AddAsync(TestImages.Create(1), StorageQuota.None, None);

        var compacted = new TaskCompletionSource();
        disk.Before = operation =>
        {
            if (operation == "replace")
            {
                compacted.TrySetResult();
            }
        };
        for (var i = 0; i < 100; i++)
        {
            await catalog.UpdateAsync(TestImages.Create(1).Id, it => it.Rename($"name {i}"), None);
        }

        await compacted.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await catalog.DisposeAsync();

        await using var again = await TestCatalogs.OpenAsync(disk);
        Assert.Equal("name 99", Assert.Single((await again.AllAsync()).Values).Name);
    }

    private static async Task WriteAsync(JsonImageCatalog catalog, int writer, CancellationToken stop)
    {
        for (var i = 0; i < 20 || (!stop.IsCancellationRequested && i < 500); i++)
        {
            var image = TestImages.Create(1000 + (writer * 1000) + i);
            Assert.Equal(CatalogOutcome.Done, (await catalog.AddAsync(image, StorageQuota.None, None)).Outcome);
            Assert.Equal(CatalogOutcome.Done, (await catalog.UpdateAsync(image.Id, it => it.Rename("renamed"), None)).Outcome);
            if (i % 3 == 0)
            {
                Assert.Equal(CatalogOutcome.Done, (await catalog.RemoveAsync(image.Id, _ => true, None)).Outcome);
            }

            Assert.NotNull(await catalog.GetAsync(TestImages.Create(i % 50).Id, None));
        }
    }

    private static void Throw(bool now)
    {
        if (now)
        {
            throw new IOException("No good", 5);
        }
    }

    private static Image[] Sorted(Dictionary<ImageId, Image> images) => [.. images.Values.OrderBy(image => image.Id)];
}
