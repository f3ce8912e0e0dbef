using Piton.Domain.Access;
using Piton.Infrastructure.Json.Access;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Infrastructure.Tests.Json.Access;

/// <summary>The audit log in JSON lines.</summary>
public sealed class JsonAuditLogTests : AuditLogContract
{
    private const string LogPath = "/data/audit.jsonl";

    private readonly MemoryDisk _disk = new();
    private JsonAuditLog _log = null!;

    public override async Task DisposeAsync() => await _log.DisposeAsync();

    protected override async Task<IAuditLog> CreateAsync() => _log = await TestLogs.OpenAuditAsync(_disk);

    protected override async Task<IAuditLog> ReopenAsync()
    {
        await _log.DisposeAsync();
        return await CreateAsync();
    }

    [Fact]
    public async Task ReadAsync_WhenEntriesAreOfAllLengths_ShouldHaveEachOnce()
    {
        // Some are longer than what is read at once, some fill it to the byte, and many share it.
        int[] lengths = [0, 70_000, 65_000, 1, 900_000, 30_000, 30_000, 30_000, .. Enumerable.Range(65_200, 200), 5];
        await Task.WhenAll(lengths.Select(length => _log.AppendAsync(TestEntries.Create(1) with { Detail = new string('a', length) }, None)));

        var ids = new List<long>();
        await foreach (var entry in _log.ReadAsync(new AuditFilter(), None))
        {
            Assert.Equal(lengths[entry.Id - 1], entry.Detail!.Length);
            ids.Add(entry.Id);
        }

        var page = await _log.PageAsync(new AuditQuery(new AuditFilter(), 1000), None);
        Assert.Equal(Enumerable.Range(1, lengths.Length).Select(i => (long)i), ids);
        Assert.Equal(ids, page.Items.Select(entry => entry.Id).Reverse());
    }

    [Fact]
    public async Task PageAsync_WhenALineIsDamagedMeanwhile_ShouldThrowNamingIt()
    {
        for (var i = 1; i <= 3; i++)
        {
            await _log.AppendAsync(TestEntries.Create(i), None);
        }

        _disk[LogPath][^40] ^= 1;

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => _log.PageAsync(new AuditQuery(new AuditFilter(), 1), None));
        Assert.Contains($"{LogPath} is damaged at line 4: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyMethod_WhenNotOpened_ShouldThrow()
    {
        await using var closed = TestLogs.CreateAudit(_disk);

        await Assert.ThrowsAsync<InvalidOperationException>(() => closed.AppendAsync(TestEntries.Create(1), None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => closed.PageAsync(new AuditQuery(new AuditFilter(), 1), None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _log.OpenAsync("/data", None));
    }
}
