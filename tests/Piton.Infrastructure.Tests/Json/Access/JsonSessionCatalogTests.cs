using System.Text;
using Piton.Domain.Access;
using Piton.Infrastructure.Json.Access;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Infrastructure.Tests.Json.Access;

/// <summary>The sessions in JSON lines.</summary>
public sealed class JsonSessionCatalogTests : SessionCatalogContract
{
    private readonly MemoryDisk _disk = new();
    private JsonSessionCatalog _catalog = null!;

    private string Log => Encoding.UTF8.GetString(_disk["/data/sessions.jsonl"]);

    public override async Task DisposeAsync() => await _catalog.DisposeAsync();

    protected override async Task<ISessionCatalog> CreateAsync() => _catalog = await TestLogs.OpenSessionsAsync(_disk, Time);

    protected override async Task<ISessionCatalog> ReopenAsync()
    {
        await _catalog.DisposeAsync();
        return await CreateAsync();
    }

    [Fact]
    public async Task CompactAsync_WhenSomeHaveExpired_ShouldDropThem()
    {
        await AddAsync(TestSessions.Create(1, hours: 1), TestSessions.Create(2, hours: 3));
        Time.Advance(TimeSpan.FromHours(2));

        await _catalog.CompactAsync(None);

        Assert.DoesNotContain($"\"id\":\"{TestSessions.Create(1).Id}\"", Log, StringComparison.Ordinal);
        Assert.Contains($"\"id\":\"{TestSessions.Create(2).Id}\"", Log, StringComparison.Ordinal);
        await ReopenAsync();
        Assert.Equal([TestSessions.Create(2, hours: 3)], await Sessions.ListAsync(new AccountId(1), None));
    }

    [Fact]
    public async Task AddAsync_WhenSomeHaveExpired_ShouldDropThemSoThatTheyNeverPileUp()
    {
        await AddAsync([.. Enumerable.Range(0, 40).Select(i => TestSessions.Create(i, hours: 1))]);
        Time.Advance(TimeSpan.FromHours(2));

        await AddAsync([.. Enumerable.Range(100, 3).Select(i => TestSessions.Create(i, hours: 9))]);

        Assert.Equal(40, Log.Split("\"op\":\"remove\"").Length - 1);
        await ReopenAsync();
        Assert.Equal(3, (await _catalog.ListAsync(new AccountId(1), None)).Count);
    }

    [Fact]
    public async Task UpdateAsync_WhenMostOfTheLogIsOutOfDate_ShouldCompactWithoutBeingAsked()
    {
        await AddAsync(TestSessions.Create(1, hours: 100_000));
        var compacted = new TaskCompletionSource();
        _disk.Before = operation =>
        {
            if (operation == "replace")
            {
                compacted.TrySetResult();
            }
        };

        // Four lines that are a third of a mebibyte each.
        for (var i = 0; i < 4; i++)
        {
            await Sessions.UpdateAsync(TestSessions.Create(1).Id, it => it with { Address = new string((char)('a' + i), 350_000) }, None);
        }

        await compacted.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await ReopenAsync();

        // The last may have come while the one before was copied.
        Assert.InRange(Log.Length, 350_000, 750_000);
        Assert.Equal(new string('d', 350_000), Assert.Single(await _catalog.ListAsync(new AccountId(1), None)).Address);
    }
}
