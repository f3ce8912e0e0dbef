using Piton.Domain.Access;

namespace Piton.Infrastructure.Tests.Contracts;

/// <summary>What every <see cref="IAuditLog"/> keeps to. An adapter's tests are a subclass that creates an empty one.</summary>
public abstract class AuditLogContract : IAsyncLifetime
{
    protected IAuditLog Log { get; private set; } = null!;

    protected static CancellationToken None => CancellationToken.None;

    public static TheoryData<AuditFilter> Filters =>
    [
        new AuditFilter(),
        new AuditFilter(Action: "sign_in"),
        new AuditFilter(Action: "sign_in_failed"),
        new AuditFilter(Action: "sign_out"),
        new AuditFilter(Action: "sign"),
        new AuditFilter(Account: new AccountId(2)),
        new AuditFilter(Account: new AccountId(9)),
        new AuditFilter(From: TestEntries.Start.AddMinutes(30)),
        new AuditFilter(To: TestEntries.Start.AddMinutes(30)),
        new AuditFilter("sign_in", new AccountId(1), TestEntries.Start.AddMinutes(10), TestEntries.Start.AddMinutes(50)),
    ];

    public async Task InitializeAsync() => Log = await CreateAsync();

    public abstract Task DisposeAsync();

    /// <summary>Creates a log without entries.</summary>
    protected abstract Task<IAuditLog> CreateAsync();

    /// <summary>Ends the log as if Piton were stopped, and opens what it left.</summary>
    protected abstract Task<IAuditLog> ReopenAsync();

    [Fact]
    public async Task AppendAsync_WhenReadAgain_ShouldBeWholeAndNumbered()
    {
        var entries = await AppendAsync(20);

        Assert.Equal(entries, await ReadAsync(new AuditFilter()));
        Assert.Equal(entries.Reverse(), (await Log.PageAsync(new AuditQuery(new AuditFilter(), 100), None)).Items);
    }

    [Fact]
    public async Task AppendAsync_WhenManyAtOnce_ShouldKeepEachAndNumberThemWithoutAGap()
    {
        await Task.WhenAll(Enumerable.Range(1, 200).Select(i =>
            Task.Run(() => Log.AppendAsync(TestEntries.Create(i) with { Id = 0, Subject = $"{i}" }, None))));

        var entries = await ReadAsync(new AuditFilter());
        Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), entries.Select(entry => entry.Id));
        Assert.Equal(Enumerable.Range(1, 200), entries.Select(entry => int.Parse(entry.Subject!, null)).Order());
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task PageAsync_WhenReadToTheEnd_ShouldHaveWhatIsMeantOnceTheNewestFirst(AuditFilter filter)
    {
        var entries = await AppendAsync(60);
        var expected = entries.Where(filter.Holds).ToArray();

        foreach (var limit in new[] { 1, 7, 1000 })
        {
            Assert.Equal(expected.Reverse(), await AllPagesAsync(filter, limit));
        }

        Assert.Equal(expected, await ReadAsync(filter));
    }

    [Fact]
    public async Task PageAsync_WhenEntriesComeMeanwhile_ShouldGoOnWhereItWas()
    {
        var entries = await AppendAsync(10);
        var first = await Log.PageAsync(new AuditQuery(new AuditFilter(), 4), None);
        await Log.AppendAsync(TestEntries.Create(11), None);

        var second = await Log.PageAsync(new AuditQuery(new AuditFilter(), 4, first.Next), None);

        Assert.Equal(entries[6..].Reverse(), first.Items);
        Assert.Equal(entries[2..6].Reverse(), second.Items);
    }

    [Theory]
    [InlineData(long.MinValue, 0)]
    [InlineData(1L, 0)]
    [InlineData(3L, 2)]
    [InlineData(long.MaxValue, 5)]
    public async Task PageAsync_WhenTheCursorIsAnyNumber_ShouldListWhatIsBelow(long before, int expected)
    {
        await AppendAsync(5);

        Assert.Equal(expected, (await Log.PageAsync(new AuditQuery(new AuditFilter(), 10, before), None)).Items.Count);
    }

    [Fact]
    public async Task PageAsync_WhenThereIsNothing_ShouldBeEmpty()
    {
        var page = await Log.PageAsync(new AuditQuery(new AuditFilter(), 10), None);

        Assert.Empty(page.Items);
        Assert.Null(page.Next);
        Assert.Empty(await ReadAsync(new AuditFilter()));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Log.PageAsync(new AuditQuery(new AuditFilter(), 0), None));
    }

    [Fact]
    public async Task Reopen_WhenThereAreEntries_ShouldKnowThemAndGoOnCounting()
    {
        var entries = await AppendAsync(30);

        Log = await ReopenAsync();
        await Log.AppendAsync(TestEntries.Create(31) with { Id = 5 }, None);

        Assert.Equal([.. entries, TestEntries.Create(31)], await ReadAsync(new AuditFilter()));
    }

    private async Task<AuditEntry[]> AppendAsync(int count)
    {
        var entries = Enumerable.Range(1, count).Select(TestEntries.Create).ToArray();
        foreach (var entry in entries)
        {
            Assert.Equal(AuditOutcome.Done, await Log.AppendAsync(entry with { Id = 0 }, None));
        }

        return entries;
    }

    private async Task<List<AuditEntry>> ReadAsync(AuditFilter filter)
    {
        var entries = new List<AuditEntry>();
        await foreach (var entry in Log.ReadAsync(filter, None))
        {
            entries.Add(entry);
        }

        return entries;
    }

    private async Task<List<AuditEntry>> AllPagesAsync(AuditFilter filter, int limit)
    {
        var entries = new List<AuditEntry>();
        long? before = null;
        do
        {
            var page = await Log.PageAsync(new AuditQuery(filter, limit, before), None);
            Assert.InRange(page.Items.Count, 0, limit);
            entries.AddRange(page.Items);
            before = page.Next;
        }
        while (before is not null);
        return entries;
    }
}
