using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Tests.FileSystem;

public sealed class KeyFolderTests : IDisposable
{
    private readonly TempDataDirectory _data = new();
    private readonly RecordingDisk _disk = new();

    [Fact]
    public void Store_WhenDone_ShouldHaveFlushedTheFileBeforeItHasItsNameAndTheNameAfterwards()
    {
        var file = $"{_data.Paths.Keys}/key-1.xml";
        var named = new List<bool>();
        _disk.Before = _ => named.Add(File.Exists(file));

        NewFolder().Store("key-1", "<key/>");

        Assert.Equal([$"file {_data.Paths.Keys}/unfinished", $"folder {_data.Paths.Keys}"], _disk.Flushes);
        Assert.Equal([false, true], named);
        Assert.Equal(["<key/>"], NewFolder().ReadAll());
    }

    [Fact]
    public void Store_WhenACrashLeftAnUnfinishedOne_ShouldStoreNoneOfIt()
    {
        File.WriteAllText($"{_data.Paths.Keys}/unfinished", "<a longer key than the next>");
        var folder = NewFolder();

        folder.Store("key-1", "<key/>");

        Assert.Equal(["<key/>"], folder.ReadAll());
    }

    [Theory]
    [InlineData("")]
    [InlineData("../images")]
    [InlineData("a.b")]
    public void Store_WhenTheNameIsNone_ShouldThrow(string name) => Assert.Throws<ArgumentException>(() => NewFolder().Store(name, "<key/>"));

    public void Dispose() => _data.Dispose();

    private KeyFolder NewFolder() => new(_data.Paths, new DurableFiles(_disk, _data.Health));
}
