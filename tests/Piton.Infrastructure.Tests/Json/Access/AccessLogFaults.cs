using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Tests.Json.Access;

/// <summary>What each of the logs beside the catalogue makes of a disk that fails, and of what it left. A subclass opens one.</summary>
public abstract class AccessLogFaults
{
    private const int NoSpace = 28;
    private const int InputOutput = 5;

    /// <summary>The word in the log's header.</summary>
    protected abstract string Kind { get; }

    protected static CancellationToken None => CancellationToken.None;

    private string LogPath => $"/data/{Kind}.jsonl";

    private string Reserve => LogPath + ".reserve";

    [Fact]
    public async Task OpenAsync_WhenTheFileIsMissing_ShouldCreateItOnDisk()
    {
        var disk = new MemoryDisk();

        await using var log = await OpenAsync(disk);

        Assert.Equal(LogHeader.Create(Kind), disk.AfterPowerCut(keepUnflushedNames: false, keepUnflushedBytes: false)[LogPath]);
        Assert.Empty(await log.AllAsync());
    }

    [Fact]
    public async Task OpenAsync_WhenCutAnywhereInTheLastGroup_ShouldCutItOffAndKeepIt()
    {
        var (whole, groups) = Create(1, 2, 3);
        for (var length = groups[1] + 1; length < whole.Length; length++)
        {
            var disk = new MemoryDisk { [LogPath] = whole[..length] };
            await using var log = await OpenAsync(disk);

            Assert.Equal([1, 2, 3], await log.AllAsync());
            Assert.Equal(whole[..groups[1]], disk[LogPath]);
            var aside = Assert.Single(disk.Paths, path => path.StartsWith(LogPath + ".cut-", StringComparison.Ordinal));
            Assert.Equal(whole[groups[1]..length], disk[aside]);
            Assert.Equal("Done", await log.AddAsync(9));
            await using var again = await OpenAsync(disk);
            Assert.Equal([1, 2, 3, 9], await again.AllAsync());
        }
    }

    [Fact]
    public async Task OpenAsync_WhenABitIsFlippedAnywhere_ShouldRefuseNamingTheLineAndWhatToDo()
    {
        var (whole, _) = Create(1, 2);
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= (byte)(1 << (at % 8));
            var disk = new MemoryDisk { [LogPath] = damaged };

            var exception = await Assert.ThrowsAsync<LibraryException>(() => OpenAsync(disk));

            var line = whole.AsSpan(0, at).Count((byte)'\n') + 1;
            Assert.Contains($"{LogPath} is damaged at line {line}: ", exception.Message, StringComparison.Ordinal);
            Assert.Contains("ove ", exception.Message, StringComparison.Ordinal);
            Assert.Equal([LogPath], disk.Paths);
            Assert.Equal(damaged, disk[LogPath]);
        }
    }

    [Fact]
    public async Task OpenAsync_WhenItIsTheLogOfAnother_ShouldRefuse()
    {
        var disk = new MemoryDisk { [LogPath] = LogHeader.Create("images") };

        var exception = await Assert.ThrowsAsync<LibraryException>(() => OpenAsync(disk));

        Assert.Contains($"not a log of {Kind}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddAsync_WhenTheDiskIsFull_ShouldSaySoAndWorkOnceThereIsRoom()
    {
        var disk = new MemoryDisk();
        var health = TestCatalogs.NewHealth();
        await using var log = await OpenAsync(disk, health);
        await log.AddAsync(1);
        var before = disk[LogPath];

        disk.Before = Fail("write", NoSpace);
        Assert.Equal("DiskFull", await log.AddAsync(2));
        Assert.Equal(before, disk[LogPath]);
        Assert.Equal([1], await log.AllAsync());
        Assert.False(health.IsReadOnly);

        disk.Before = _ => { };
        Assert.Equal("Done", await log.AddAsync(2));
        await using var again = await OpenAsync(disk);
        Assert.Equal([1, 2], await again.AllAsync());
    }

    [Fact]
    public async Task UseAsync_WhenTheDiskIsFull_ShouldUseTheRoomPutBy()
    {
        var disk = new MemoryDisk();
        await using var log = await OpenAsync(disk);
        await log.AddAsync(1);
        var whole = disk[Reserve].Length;

        disk.Before = operation => Fail(operation == "write" && disk[Reserve].Length >= whole ? operation : "", NoSpace)(operation);
        Assert.Equal("Done", await log.UseAsync(1));
        Assert.InRange(disk[Reserve].Length, 1, whole - 1);

        disk.Before = _ => { };
        Assert.Equal("Done", await log.UseAsync(1));
        Assert.Equal(whole, disk[Reserve].Length);
    }

    [Theory]
    [InlineData("flush", InputOutput)]
    [InlineData("flush", NoSpace)]
    [InlineData("write", InputOutput)]
    public async Task AddAsync_WhenItsFateIsUnknown_ShouldTurnAllReadOnlyForGood(string operation, int error)
    {
        var disk = new MemoryDisk();
        var health = TestCatalogs.NewHealth();
        await using var catalogue = await TestCatalogs.OpenAsync(disk, health: health);
        await using var log = await OpenAsync(disk, health);
        await log.AddAsync(1);

        disk.Before = Fail(operation, error);
        Assert.Equal("ReadOnly", await log.AddAsync(2));
        var touched = false;
        disk.Before = _ => touched = true;
        Assert.Equal("ReadOnly", await log.AddAsync(3));
        Assert.Equal("ReadOnly", await log.UseAsync(1));
        Assert.Equal("ReadOnly", $"{(await catalogue.AddAsync(TestImages.Create(1), StorageQuota.None, None)).Outcome}");

        Assert.False(touched);
        Assert.Contains("No good", health.Reason, StringComparison.Ordinal);
        Assert.Equal([1], await log.AllAsync());
    }

    [Fact]
    public async Task AddAsync_WhenThePowerIsCut_ShouldHaveWhatItAcknowledged()
    {
        var disk = new MemoryDisk();
        await using var log = await OpenAsync(disk);
        await Task.WhenAll(Enumerable.Range(1, 50).Select(i => Task.Run(() => log.AddAsync(i))));

        await using var again = await OpenAsync(disk.AfterPowerCut(keepUnflushedNames: false, keepUnflushedBytes: false));

        Assert.Equal(Enumerable.Range(1, 50), (await again.AllAsync()).Order());
    }

    [Fact]
    public async Task DisposeAsync_WhenWritesAreQueued_ShouldWriteThemAndTakeNoMore()
    {
        var disk = new MemoryDisk();
        var log = await OpenAsync(disk);
        var writes = Enumerable.Range(1, 200).Select(log.AddAsync).ToArray();

        await log.DisposeAsync();
        await log.DisposeAsync();

        Assert.All(await Task.WhenAll(writes), outcome => Assert.Equal("Done", outcome));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => log.AddAsync(900));
        await using var again = await OpenAsync(disk);
        Assert.Equal(200, (await again.AllAsync()).Count);
    }

    /// <summary>The body of the line that adds a record.</summary>
    protected abstract byte[] BodyOf(int number);

    private protected abstract Task<OpenedLog> OpenAsync(ILogDisk disk, DiskHealth health);

    private static Action<string> Fail(string failing, int error) => operation =>
    {
        if (operation == failing)
        {
            throw new IOException("No good", error);
        }
    };

    private Task<OpenedLog> OpenAsync(MemoryDisk disk) => OpenAsync(disk, TestCatalogs.NewHealth());

    // A whole log with the records 1, 2, … in groups of those sizes, and where each group ends.
    private (byte[] Log, List<int> Ends) Create(params int[] groups)
    {
        var log = new List<byte>(LogHeader.Create(Kind));
        var ends = new List<int>();
        var number = 1;
        foreach (var size in groups)
        {
            log.AddRange(LogBytes.Group(number, [.. Enumerable.Range(number, size).Select(BodyOf)]));
            number += size;
            ends.Add(log.Count);
        }

        return ([.. log], ends);
    }
}
