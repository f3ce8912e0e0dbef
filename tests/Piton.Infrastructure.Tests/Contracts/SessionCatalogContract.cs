using Microsoft.Extensions.Time.Testing;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Tests.Contracts;

/// <summary>What every <see cref="ISessionCatalog"/> keeps to. An adapter's tests are a subclass that creates an empty one.</summary>
public abstract class SessionCatalogContract : IAsyncLifetime
{
    protected ISessionCatalog Sessions { get; private set; } = null!;

    /// <summary>The clock that the catalogue goes by.</summary>
    protected FakeTimeProvider Time { get; } = new(TestSessions.Start);

    protected static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync() => Sessions = await CreateAsync();

    public abstract Task DisposeAsync();

    /// <summary>Creates a catalogue without sessions.</summary>
    protected abstract Task<ISessionCatalog> CreateAsync();

    /// <summary>Ends the catalogue as if Piton were stopped, and opens what it left.</summary>
    protected abstract Task<ISessionCatalog> ReopenAsync();

    [Fact]
    public async Task AddAsync_WhenItIsNew_ShouldBeFoundByItsKeyAndItsAccount()
    {
        await AddAsync(TestSessions.Create(1), TestSessions.Create(2), TestSessions.Create(3, account: 2));

        Assert.Equal(TestSessions.Create(1), await Sessions.FindAsync(TestSessions.Create(1).KeyHash, None));
        Assert.Null(await Sessions.FindAsync(new ContentHash(9, 99), None));
        Assert.Equal([TestSessions.Create(2), TestSessions.Create(1)], await Sessions.ListAsync(new AccountId(1), None));
        Assert.Empty(await Sessions.ListAsync(new AccountId(3), None));
    }

    [Fact]
    public async Task AddAsync_WhenTheIdOrTheKeyIsTaken_ShouldThrow()
    {
        await AddAsync(TestSessions.Create(1));

        await Assert.ThrowsAsync<ArgumentException>(
            () => Sessions.AddAsync(TestSessions.Create(2) with { Id = TestSessions.Create(1).Id }, None));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Sessions.AddAsync(TestSessions.Create(2) with { KeyHash = TestSessions.Create(1).KeyHash }, None));
        Assert.Equal([TestSessions.Create(1)], await Sessions.ListAsync(new AccountId(1), None));
    }

    [Fact]
    public async Task AnyMethod_WhenTheSessionHasExpired_ShouldNotFindIt()
    {
        var (gone, kept) = (TestSessions.Create(1, hours: 1), TestSessions.Create(2, hours: 2));
        await AddAsync(gone, kept);

        Time.Advance(TimeSpan.FromHours(1));

        Assert.Null(await Sessions.FindAsync(gone.KeyHash, None));
        Assert.Equal([kept], await Sessions.ListAsync(gone.Account, None));
        Assert.Equal(SessionOutcome.Missing, await Sessions.UpdateAsync(gone.Id, it => it with { ExpiresAt = it.ExpiresAt.AddDays(1) }, None));
        Assert.Equal(SessionOutcome.Missing, await Sessions.RemoveAsync(gone.Id, None));
        Assert.Equal(kept, await Sessions.FindAsync(kept.KeyHash, None));
    }

    [Fact]
    public async Task UpdateAsync_WhenChanged_ShouldReplaceTheSession()
    {
        var before = TestSessions.Create(1);
        var after = before with { SeenAt = before.SeenAt.AddMinutes(30), ExpiresAt = before.ExpiresAt.AddMinutes(30) };
        await AddAsync(before);

        Assert.Equal(SessionOutcome.Done, await Sessions.UpdateAsync(before.Id, _ => after, None));
        Time.Advance(TimeSpan.FromMinutes(70));

        Assert.Equal(after, await Sessions.FindAsync(before.KeyHash, None));
        Assert.Equal([after], await Sessions.ListAsync(before.Account, None));
    }

    [Fact]
    public async Task UpdateAsync_WhenLeftAloneOrUnknown_ShouldBeMissingAndChangeNothing()
    {
        await AddAsync(TestSessions.Create(1), TestSessions.Create(2));

        Assert.Equal(SessionOutcome.Missing, await Sessions.UpdateAsync(TestSessions.Create(1).Id, _ => null, None));
        Assert.Equal(SessionOutcome.Missing, await Sessions.UpdateAsync(new SessionId(99), it => it, None));
        await Assert.ThrowsAsync<ArgumentException>(() => Sessions.UpdateAsync(TestSessions.Create(1).Id, it => it with { Id = new SessionId(50) }, None));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Sessions.UpdateAsync(TestSessions.Create(1).Id, it => it with { KeyHash = TestSessions.Create(2).KeyHash }, None));
        Assert.Equal(TestSessions.Create(1), await Sessions.FindAsync(TestSessions.Create(1).KeyHash, None));
    }

    [Fact]
    public async Task RemoveAsync_WhenThereIsOne_ShouldEndIt()
    {
        await AddAsync(TestSessions.Create(1), TestSessions.Create(2));

        Assert.Equal(SessionOutcome.Done, await Sessions.RemoveAsync(TestSessions.Create(1).Id, None));

        Assert.Null(await Sessions.FindAsync(TestSessions.Create(1).KeyHash, None));
        Assert.Equal([TestSessions.Create(2)], await Sessions.ListAsync(new AccountId(1), None));
        Assert.Equal(SessionOutcome.Missing, await Sessions.RemoveAsync(TestSessions.Create(1).Id, None));
    }

    [Fact]
    public async Task RemoveAsync_WhenItIsUpdatedAtOnce_ShouldEndItForGood()
    {
        for (var i = 0; i < 20; i++)
        {
            var session = TestSessions.Create(i);
            await AddAsync(session);

            await Task.WhenAll(
                Task.Run(() => Sessions.UpdateAsync(session.Id, it => it with { SeenAt = it.SeenAt.AddHours(1) }, None)),
                Task.Run(() => Sessions.RemoveAsync(session.Id, None)),
                Task.Run(() => Sessions.UpdateAsync(session.Id, it => it with { SeenAt = it.SeenAt.AddHours(2) }, None)));

            Assert.Null(await Sessions.FindAsync(session.KeyHash, None));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(2500)]
    public async Task RemoveAllAsync_WhenOneIsExcepted_ShouldEndTheAccountsOthers(int others)
    {
        var sessions = Enumerable.Range(0, others + 1).Select(i => TestSessions.Create(i)).ToArray();
        var anothers = TestSessions.Create(9000, account: 2);
        await Task.WhenAll(sessions.Append(anothers).Select(session => Sessions.AddAsync(session, None)));

        Assert.Equal(SessionOutcome.Done, await Sessions.RemoveAllAsync(new AccountId(1), sessions[0].Id, None));
        Assert.Equal([sessions[0]], await Sessions.ListAsync(new AccountId(1), None));

        Assert.Equal(SessionOutcome.Done, await Sessions.RemoveAllAsync(new AccountId(1), null, None));
        Assert.Empty(await Sessions.ListAsync(new AccountId(1), None));
        Assert.Equal([anothers], await Sessions.ListAsync(new AccountId(2), None));
    }

    [Fact]
    public async Task Reopen_WhenThereWereChanges_ShouldKnowThemAllButTheExpired()
    {
        await AddAsync([.. Enumerable.Range(0, 12).Select(i => TestSessions.Create(i, hours: i == 5 ? 1 : 3))]);
        await Sessions.RemoveAsync(TestSessions.Create(3).Id, None);
        await Sessions.UpdateAsync(TestSessions.Create(4).Id, it => it with { Address = "192.0.2.1" }, None);
        Time.Advance(TimeSpan.FromHours(2));
        var before = await Sessions.ListAsync(new AccountId(1), None);

        Sessions = await ReopenAsync();

        Assert.Equal(10, before.Count);
        Assert.Equal(before, await Sessions.ListAsync(new AccountId(1), None));
        Assert.Null(await Sessions.FindAsync(TestSessions.Create(5).KeyHash, None));
        Assert.Equal(SessionOutcome.Done, await Sessions.AddAsync(TestSessions.Create(50, hours: 9), None));
        Assert.Equal(SessionOutcome.Done, await Sessions.RemoveAsync(TestSessions.Create(4).Id, None));

        Sessions = await ReopenAsync();

        Assert.Equal(10, (await Sessions.ListAsync(new AccountId(1), None)).Count);
    }

    protected async Task AddAsync(params Session[] sessions)
    {
        foreach (var session in sessions)
        {
            Assert.Equal(SessionOutcome.Done, await Sessions.AddAsync(session, None));
        }
    }
}
