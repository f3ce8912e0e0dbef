using Piton.Domain.Images;

namespace Piton.Infrastructure.Tests.Json;

/// <summary>Group commit, and what becomes of it when the disk fails.</summary>
public sealed class CatalogWritingTests
{
    private const int NoSpace = 28;
    private const int OverQuota = 122;
    private const int InputOutput = 5;

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task AddAsync_WhenManyWriteAtOnce_ShouldShareFlushes()
    {
        var disk = new MemoryDisk();
        await using var catalog = await TestCatalogs.OpenAsync(disk);
        using var hold = new ManualResetEventSlim();
        var flushes = 0;
        disk.Before = operation =>
        {
            if (operation == "flush" && Interlocked.Increment(ref flushes) == 1)
            {
                hold.Wait();
            }
        };

        // The first group is held on its way to disk; whatever comes meanwhile makes the second.
        var first = catalog.AddAsync(TestImages.Create(0), StorageQuota.None, None);
        SpinWait.SpinUntil(() => Volatile.Read(ref flushes) == 1);
        var rest = Enumerable.Range(1, 20).Select(i => catalog.AddAsync(TestImages.Create(i), StorageQuota.None, None)).ToArray();
        var acknowledgedEarly = first.IsCompleted;
        var seenEarly = await catalog.GetAsync(TestImages.Create(0).Id, None);
        hold.Set();
        await Task.WhenAll(rest);

        Assert.False(acknowledgedEarly);
        Assert.Null(seenEarly);
        Assert.Equal(2, flushes);
        Assert.Equal(21, catalog.Count);
        await using var again = await TestCatalogs.OpenAsync(disk.AfterPowerCut(keepUnflushedNames: false, keepUnflushedBytes: false));
        Assert.Equal(21, again.Count);
    }

    [Fact]
    public async Task UpdateAsync_WhenAThousandAreChangedAtOnce_ShouldTakeOneFlushForAllThatWait()
    {
        var disk = new MemoryDisk();
        await using var catalog = await TestCatalogs.OpenAsync(disk);
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => catalog.AddAsync(TestImages.Create(i), StorageQuota.None, None)));
        using var hold = new ManualResetEventSlim();
        var flushes = 0;
        disk.Before = operation =>
        {
            if (operation == "flush" && Interlocked.Increment(ref flushes) == 1)
            {
                hold.Wait();
            }
        };

        var first = catalog.UpdateAsync(TestImages.Create(0).Id, image => image.Rename("first"), None);
        SpinWait.SpinUntil(() => Volatile.Read(ref flushes) == 1);
        var rest = Enumerable.Range(1, 999).Select(i => catalog.UpdateAsync(TestImages.Create(i).Id, image => image.Rename("later"), None)).ToArray();
        hold.Set();
        await Task.WhenAll(rest);

        Assert.Equal(CatalogOutcome.Done, (await first).Outcome);
        Assert.Equal(2, flushes);
    }

    [Fact]
    public async Task AddAsync_WhenCancelledWhileQueued_ShouldAddNothing()
    {
        var disk = new MemoryDisk();
        await using var catalog = await TestCatalogs.OpenAsync(disk);
        using var hold = new ManualResetEventSlim();
        var flushes = 0;
        disk.Before = operation =>
        {
            if (operation == "flush" && Interlocked.Increment(ref flushes) == 1)
            {
                hold.Wait();
            }
        };
        using var cancellation = new CancellationTokenSource();

        var first = catalog.AddAsync(TestImages.Create(0), StorageQuota.None, cancellation.Token);
        SpinWait.SpinUntil(() => Volatile.Read(ref flushes) == 1);
        var second = catalog.AddAsync(TestImages.Create(1), StorageQuota.None, cancellation.Token);
        await cancellation.CancelAsync();
        hold.Set();

        Assert.Equal(CatalogOutcome.Done, (await first).Outcome);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal(1, catalog.Count);
    }

    [Theory]
    [InlineData(NoSpace)]
    [InlineData(OverQuota)]
    public async Task AddAsync_WhenTheDiskIsFull_ShouldSaySoAndWorkOnceThereIsRoom(int error)
    {
        var disk = new MemoryDisk();
        var health = TestCatalogs.NewHealth();
        await using var catalog = await TestCatalogs.OpenAsync(disk, health: health);
        await catalog.AddAsync(TestImages.Create(1), StorageQuota.None, None);
        var before = disk[TestCatalogs.Path];

        disk.Before = Fail("write", error);
        Assert.Equal(new CatalogChange(CatalogOutcome.DiskFull, null), await catalog.AddAsync(TestImages.Create(2), StorageQuota.None, None));
        Assert.Equal(CatalogOutcome.DiskFull, (await catalog.RemoveAsync(TestImages.Create(1).Id, _ => true, None)).Outcome);
        Assert.Equal(before, disk[TestCatalogs.Path]);
        Assert.False(health.IsReadOnly);
        Assert.Null(await catalog.GetAsync(TestImages.Create(2).Id, None));

        disk.Before = _ => { };
        Assert.Equal(CatalogOutcome.Done, (await catalog.AddAsync(TestImages.Create(2), StorageQuota.None, None)).Outcome);
        await using var again = await TestCatalogs.OpenAsync(disk);
        Assert.Equal(2, again.Count);
    }

    [Fact]
    public async Task RemoveAsync_WhenTheDiskIsFull_ShouldUseTheRoomPutByAndNoMoreThanItNeeds()
    {
        var disk = new MemoryDisk();
        await using var catalog = await TestCatalogs.OpenAsync(disk);
        var (kept, gone) = (TestImages.Create(1), TestImages.Create(2));
        await catalog.AddAsync(kept, StorageQuota.None, None);
        await catalog.AddAsync(gone, StorageQuota.None, None);
        var whole = disk[TestCatalogs.Reserve].Length;

        disk.Before = FailWhile(() => disk[TestCatalogs.Reserve].Length >= whole);
        Assert.Equal(CatalogOutcome.DiskFull, (await catalog.AddAsync(TestImages.Create(3), StorageQuota.None, None)).Outcome);
        Assert.Equal(CatalogOutcome.DiskFull, (await catalog.UpdateAsync(kept.Id, it => it.Rename("x"), None)).Outcome);
        Assert.Equal(whole, disk[TestCatalogs.Reserve].Length);
        Assert.Equal(CatalogOutcome.Done, (await catalog.UpdateAsync(gone.Id, it => it.MoveToTrash(it.CreatedAt), None)).Outcome);
        var left = disk[TestCatalogs.Reserve].Length;
        Assert.InRange(left, whole / 2, whole - 1);

        disk.Before = FailWhile(() => disk[TestCatalogs.Reserve].Length >= left);
        Assert.Equal(CatalogOutcome.DiskFull, (await catalog.UpdateAsync(gone.Id, it => it.Restore(), None)).Outcome);
        Assert.Equal(CatalogOutcome.Done, (await catalog.RemoveAsync(gone.Id, _ => true, None)).Outcome);
        Assert.InRange(disk[TestCatalogs.Reserve].Length, 1, left - 1);

        disk.Before = _ => { };
        Assert.Equal(CatalogOutcome.Done, (await catalog.AddAsync(TestImages.Create(3), StorageQuota.None, None)).Outcome);
        Assert.Equal(whole, disk[TestCatalogs.Reserve].Length);
    }

    [Fact]
    public async Task RemoveAsync_WhenTheDiskIsFullAndAnUploadIsInTheSameGroup_ShouldUseTheRoomPutBy()
    {
        var disk = new MemoryDisk();
        await using var catalog = await TestCatalogs.OpenAsync(disk);
        await catalog.AddAsync(TestImages.Create(1), StorageQuota.None, None);
        using var hold = new ManualResetEventSlim();
        var isHeld = false;
        disk.Before = operation =>
        {
            if (operation == "flush" && !Interlocked.Exchange(ref isHeld, true))
            {
                hold.Wait();
            }
        };

        var first = catalog.AddAsync(TestImages.Create(2), StorageQuota.None, None);
        SpinWait.SpinUntil(() => Volatile.Read(ref isHeld));
        var upload = catalog.AddAsync(TestImages.Create(3), StorageQuota.None, None);
        var removal = catalog.RemoveAsync(TestImages.Create(1).Id, _ => true, None);
        var another = catalog.AddAsync(TestImages.Create(4), StorageQuota.None, None);
        var whole = disk[TestCatalogs.Reserve].Length;
        disk.Before = FailWhile(() => disk[TestCatalogs.Reserve].Length >= whole);
        hold.Set();

        Assert.Equal(CatalogOutcome.Done, (await first).Outcome);
        Assert.Equal(CatalogOutcome.DiskFull, (await upload).Outcome);
        Assert.Equal(CatalogOutcome.Done, (await removal).Outcome);
        await another;
        await using var again = await TestCatalogs.OpenAsync(disk.AfterPowerCut(keepUnflushedNames: false, keepUnflushedBytes: false));
        Assert.False(again.Contains(TestImages.Create(1).Id));
        Assert.False(again.Contains(TestImages.Create(3).Id));
    }

    [Fact]
    public async Task RemoveAsync_WhenTheRoomPutByIsUsedUp_ShouldSayThatTheDiskIsFull()
    {
        var disk = new MemoryDisk();
        var health = TestCatalogs.NewHealth();
        await using var catalog = await TestCatalogs.OpenAsync(disk, health: health);
        await catalog.AddAsync(TestImages.Create(1), StorageQuota.None, None);

        disk.Before = Fail("write", NoSpace);
        Assert.Equal(CatalogOutcome.DiskFull, (await catalog.RemoveAsync(TestImages.Create(1).Id, _ => true, None)).Outcome);

        Assert.Empty(disk[TestCatalogs.Reserve]);
        Assert.False(health.IsReadOnly);
        disk.Before = _ => { };
        Assert.Equal(CatalogOutcome.Done, (await catalog.RemoveAsync(TestImages.Create(1).Id, _ => true, None)).Outcome);
    }

    [Theory]
    [InlineData("open", "write")]
    [InlineData("write")]
    public async Task OpenAsync_WhenTheDiskIsFull_ShouldWorkWithoutRoomPutBy(params string[] failing)
    {
        var disk = new MemoryDisk();
        await (await TestCatalogs.OpenAsync(disk)).DisposeAsync();
        disk.Delete(TestCatalogs.Reserve);
        var opened = 0;
        disk.Before = operation =>
        {
            // The log itself is there, and opens.
            if (failing.Contains(operation) && (operation != "open" || ++opened > 1))
            {
                throw new IOException("No good", NoSpace);
            }
        };

        await using var catalog = await TestCatalogs.OpenAsync(disk);

        Assert.Empty(await catalog.AllAsync());
    }

    [Theory]
    [InlineData("flush", InputOutput)]
    [InlineData("flush", NoSpace)]
    [InlineData("write", InputOutput)]
    public async Task AddAsync_WhenItsFateIsUnknown_ShouldTurnReadOnlyForGood(string operation, int error)
    {
        var disk = new MemoryDisk();
        var health = TestCatalogs.NewHealth();
        await using var catalog = await TestCatalogs.OpenAsync(disk, health: health);
        await catalog.AddAsync(TestImages.Create(1), StorageQuota.None, None);

        disk.Before = Fail(operation, error);
        Assert.Equal(new CatalogChange(CatalogOutcome.ReadOnly, null), await catalog.AddAsync(TestImages.Create(2), StorageQuota.None, None));
        var touched = false;
        disk.Before = _ => touched = true;
        Assert.Equal(CatalogOutcome.ReadOnly, (await catalog.AddAsync(TestImages.Create(3), StorageQuota.None, None)).Outcome);
        Assert.Equal(CatalogOutcome.ReadOnly, (await catalog.UpdateAsync(TestImages.Create(1).Id, it => it.Rename("x"), None)).Outcome);
        Assert.Equal(CatalogOutcome.ReadOnly, (await catalog.RemoveAsync(TestImages.Create(1).Id, _ => true, None)).Outcome);

        Assert.False(touched);
        Assert.True(health.IsReadOnly);
        Assert.Contains("No good", health.Reason, StringComparison.Ordinal);
        Assert.Equal([TestImages.Create(1)], (await catalog.AllAsync()).Values);
        await Assert.ThrowsAsync<IOException>(() => catalog.CompactAsync(None));
    }

    [Fact]
    public async Task AddAsync_WhenAFullDiskCannotBeTakenBack_ShouldTurnReadOnly()
    {
        var disk = new MemoryDisk();
        var health = TestCatalogs.NewHealth();
        await using var catalog = await TestCatalogs.OpenAsync(disk, health: health);
        await catalog.AddAsync(TestImages.Create(1), StorageQuota.None, None);

        disk.Before = operation => throw new IOException("No good", operation == "write" ? NoSpace : InputOutput);

        Assert.Equal(CatalogOutcome.ReadOnly, (await catalog.AddAsync(TestImages.Create(2), StorageQuota.None, None)).Outcome);
        Assert.True(health.IsReadOnly);
        disk.Before = _ => { };
        await using var again = await TestCatalogs.OpenAsync(disk);
        Assert.Equal([TestImages.Create(1)], (await again.AllAsync()).Values);
    }

    [Fact]
    public async Task AddAsync_WhenALineIsTooLong_ShouldThrowAndGoOn()
    {
        var health = TestCatalogs.NewHealth();
        await using var catalog = await TestCatalogs.OpenAsync(new MemoryDisk(), health: health);

        await Assert.ThrowsAsync<ArgumentException>(
            () => catalog.AddAsync(TestImages.Create(1) with { Alt = new string('a', 1 << 20) }, StorageQuota.None, None));

        Assert.Equal(CatalogOutcome.Done, (await catalog.AddAsync(TestImages.Create(1), StorageQuota.None, None)).Outcome);
        Assert.False(health.IsReadOnly);
    }

    [Fact]
    public async Task DisposeAsync_WhenWritesAreQueued_ShouldWriteThem()
    {
        var disk = new MemoryDisk();
        var catalog = await TestCatalogs.OpenAsync(disk);
        var writes = Enumerable.Range(0, 500).Select(i => catalog.AddAsync(TestImages.Create(i), StorageQuota.None, None)).ToArray();

        await catalog.DisposeAsync();

        Assert.All(await Task.WhenAll(writes), change => Assert.Equal(CatalogOutcome.Done, change.Outcome));
        await using var again = await TestCatalogs.OpenAsync(disk);
        Assert.Equal(500, again.Count);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => catalog.AddAsync(TestImages.Create(900), StorageQuota.None, None));
    }

    private static Action<string> FailWhile(Func<bool> isFull) => operation =>
    {
        if (operation == "write" && isFull())
        {
            throw new IOException("No good", NoSpace);
        }
    };

    private static Action<string> Fail(string failing, int error) => operation =>
    {
        if (operation == failing)
        {
            throw new IOException("No good", error);
        }
    };
}
