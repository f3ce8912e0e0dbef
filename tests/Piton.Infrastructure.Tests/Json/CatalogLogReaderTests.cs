using Piton.Infrastructure.Json;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Tests.Json;

public sealed class CatalogLogReaderTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void ReadAll_WhenWhole_ShouldGiveEveryLine()
    {
        File.WriteAllBytes(_path, [.. LogBytes.Create(1, 2), .. LogBytes.Group(4, LogBytes.RemoveBody(TestImages.Create(1).Id))]);

        using var file = new LogFile(File.OpenHandle(_path), _path);
        var lines = CatalogLogReader.ReadAll(file).ToArray();

        Assert.Equal(
            [
                new CatalogLogLine(2, 0, TestImages.Create(0), null, null),
                new CatalogLogLine(3, 0, TestImages.Create(1), null, null),
                new CatalogLogLine(4, 0, TestImages.Create(2), null, null),
                new CatalogLogLine(5, 0, null, TestImages.Create(1).Id, null),
            ],
            lines.Select(line => line with { Offset = 0 }));
        Assert.Equal([LogBytes.Create().Length, LogBytes.Create(1).Length, LogBytes.Create(1, 1).Length, LogBytes.Create(1, 2).Length], lines.Select(line => line.Offset));
    }

    [Fact]
    public void ReadAll_WhenALineIsBrokenInTwo_ShouldGoOnBehindThem()
    {
        var log = LogBytes.Create(1, 1, 1);
        log[LogBytes.Create(1).Length + 20] = (byte)'\n';
        File.WriteAllBytes(_path, log);

        using var file = new LogFile(File.OpenHandle(_path), _path);
        var lines = CatalogLogReader.ReadAll(file).ToArray();

        Assert.Equal([TestImages.Create(0), null, null, TestImages.Create(2)], lines.Select(line => line.Put));
    }

    [Fact]
    public void ReadAll_WhenADamagedLineHasTheNextInIt_ShouldGoOnBehindThem()
    {
        var log = LogBytes.Create(1, 1, 1, 1);
        log[LogBytes.Create(1, 1).Length - 1] ^= 1;
        File.WriteAllBytes(_path, log);

        using var file = new LogFile(File.OpenHandle(_path), _path);
        var lines = CatalogLogReader.ReadAll(file).ToArray();

        Assert.Equal([TestImages.Create(0), null, TestImages.Create(3)], lines.Select(line => line.Put));
        Assert.Equal([2, 3, 4], lines.Select(line => line.Number));
    }

    [Fact]
    public void ReadAll_WhenDamaged_ShouldTellTheDamageAndGoOn()
    {
        var log = LogBytes.Create(1, 1, 1);
        log[10] ^= 1;
        log[LogBytes.Create(1).Length + 50] ^= 1;
        File.WriteAllBytes(_path, [.. log, .. LogBytes.Group(7, LogBytes.PutBody(TestImages.Create(8))), .. "{\"seq\":8"u8]);

        using var file = new LogFile(File.OpenHandle(_path), _path);
        var lines = CatalogLogReader.ReadAll(file).ToArray();

        Assert.Equal([1, 2, 3, 4, 5, 6], lines.Select(line => line.Number));
        Assert.Equal([1, 3, 5, 6], lines.Where(line => line.Damage is not null).Select(line => line.Number));
    }

    [Fact]
    public async Task Write_WhenALogIsThere_ShouldReplaceIt()
    {
        var disk = new MemoryDisk { [TestCatalogs.Path] = [1, 2, 3] };

        CatalogLogWriter.Write(disk, TestCatalogs.Path, [TestImages.Create(1), TestImages.Create(2)]);

        await using var catalog = await TestCatalogs.OpenAsync(disk.AfterPowerCut(keepUnflushedNames: false, keepUnflushedBytes: false));
        Assert.Equal(2, catalog.Count);
        Assert.Equal([TestCatalogs.Path], disk.Paths);
    }
}
