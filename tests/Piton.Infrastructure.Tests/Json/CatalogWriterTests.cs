using Piton.Domain.Images;

namespace Piton.Infrastructure.Tests.Json;

/// <summary>Group commit, and what becomes of it when the disk fails.</summary>
public sealed class CatalogWriterTests
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
        var first = catalog.AddAsync(TestImages.Create(0), None);
        SpinWait.SpinUntil(() => Volatile.Read(ref flushes) == 1);
        var rest = Enumerable.Range(1, 20).Select(i => catalog.AddAsync(TestImages.Create(i), None)).ToArray();
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

        var first = catalog.AddAsync(TestImages.Create(0), cancellation.Token);
        SpinWait.SpinUntil(() => Volatile.Read(ref flushes) == 1);
        var second = catalog.AddAsync(TestImages.Create(1), cancellation.Token);
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
        await catalog.AddAsync(TestImages.Create(1), None);
        var before = disk[TestCatalogs.Path];

        disk.Before = Fail("write", error);
        Assert.Equal(new CatalogChange(CatalogOutcome.DiskFull, null), await catalog.AddAsync(TestImages.Create(2), None));
        Assert.Equal(CatalogOutcome.DiskFull, (await catalog.RemoveAsync(TestImages.Create(1).Id, _ => true, None)).Outcome);
        Assert.Equal(before, disk[TestCatalogs.Path]);
        Assert.False(health.IsReadOnly);
        Assert.Null(await catalog.GetAsync(TestImages.Create(2).Id, None));

        disk.Before = _ => { };
        Assert.Equal(CatalogOutcome.Done, (await catalog.AddAsync(TestImages.Create(2), None)).Outcome);
        await using var again = await TestCatalogs.OpenAsync(disk);
        Assert.Equal(2, again.Count);
    }

    [Fact]
    public async Task RemoveAsync_WhenTheDiskIsFull_ShouldUseTheRoomPutBy()
    {
        var disk = new MemoryDisk();
        await using var catalog = await TestCatalogs.OpenAsync(disk);
        await catalog.AddAsync(TestImages.Create(1), None);
        Assert.Contains(TestCatalogs.Reserve, disk.Paths);

        disk.Before = operation =>
        {
            if (disk.Paths.Contains(TestCatalogs.Reserve))
            {
                Fail("write", NoSpace)(operation);
            }
        };
        Assert.Equal(CatalogOutcome.DiskFull, (await catalog.AddAsync(TestImages.Create(2), None)).Outcome);
        Assert.Equal(CatalogOutcome.Done, (await catalog.UpdateAsync(TestImages.Create(1).Id, it => it.Rename("x"), None)).Outcome);
        Assert.DoesNotContain(TestCatalogs.Reserve, disk.Paths);
        Assert.Equal(CatalogOutcome.Done, (await catalog.RemoveAsync(TestImages.Create(1).Id, _ => true, None)).Outcome);

        disk.Before = _ => { };
        Assert.Equal(CatalogOutcome.Done, (await catalog.AddAsync(TestImages.Create(2), None)).Outcome);
        Assert.Contains(TestCatalogs.Reserve, disk.Paths);
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
        await catalog.AddAsync(TestImages.Create(1), None);

        disk.Before = Fail(operation, error);
        Assert.Equal(new CatalogChange(CatalogOutcome.ReadOnly, null), await catalog.AddAsync(TestImages.Create(2), None));
        var touched = false;
        disk.Before = _ => touched = true;
        Assert.Equal(CatalogOutcome.ReadOnly, (await catalog.AddAsync(TestImages.Create(3), None)).Outcome);
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
        await catalog.AddAsync(TestImages.Create(1), None);

        disk.Before = operation => throw new IOException("No good", operation == "write" ? NoSpace : InputOutput);

        Assert.Equal(CatalogOutcome.ReadOnly, (await catalog.AddAsync(TestImages.Create(2), None)).Outcome);
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
            () => catalog.AddAsync(TestImages.Create(1) with { Alt = new string('a', 1 << 20) }, None));

        Assert.Equal(CatalogOutcome.Done, (await catalog.AddAsync(TestImages.Create(1), None)).Outcome);
        Assert.False(health.IsReadOnly);
    }

    [Fact]
    public async Task DisposeAsync_WhenWritesAreQueued_ShouldWriteThem()
    {
        var disk = new MemoryDisk();
        var catalog = await TestCatalogs.OpenAsync(disk);
        var writes = Enumerable.Range(0, 500).Select(i => catalog.AddAsync(TestImages.Create(i), None)).ToArray();

        await catalog.DisposeAsync();

        Assert.All(await Task.WhenAll(writes), change => Assert.Equal(CatalogOutcome.Done, change.Outcome));
        await using var again = await TestCatalogs.OpenAsync(disk);
        Assert.Equal(500, again.Count);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => catalog.AddAsync(TestImages.Create(900), None));
    }

    private static Action<string> Fail(string failing, int error) => operation =>
    {
        if (operation == failing)
        {
            throw new IOException("No good", error);
        }
    };
}
