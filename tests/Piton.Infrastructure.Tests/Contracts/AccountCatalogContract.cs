using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Tests.Contracts;

/// <summary>What every <see cref="IAccountCatalog"/> and the <see cref="IAccountListing"/> of it keep to.</summary>
/// <remarks>An adapter's tests are a subclass that creates an empty one.</remarks>
public abstract partial class AccountCatalogContract : IAsyncLifetime
{
    protected IAccountCatalog Accounts { get; private set; } = null!;

    /// <summary>What the accounts are, as they are open now.</summary>
    protected abstract IAccountListing Listing { get; }

    protected static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync() => Accounts = await CreateAsync();

    public abstract Task DisposeAsync();

    /// <summary>Creates a catalogue without accounts.</summary>
    protected abstract Task<IAccountCatalog> CreateAsync();

    /// <summary>Ends the catalogue as if Piton were stopped, and opens what it left.</summary>
    protected abstract Task<IAccountCatalog> ReopenAsync();

    [Fact]
    public async Task AddAsync_WhenItIsNew_ShouldBeFoundByAllThatItHas()
    {
        var account = TestAccounts.CreateFull(1);

        Assert.Equal(new AccountChange(AccountOutcome.Done, account), await Accounts.AddAsync(account, None));

        Assert.Equal(account, await Accounts.GetAsync(account.Id, None));
        Assert.Equal(account, await Accounts.FindByEmailAsync(" PEN\u0303A@example.ORG", None));
        Assert.Equal(account, await Accounts.FindByTokenAsync(account.Tokens[1].Hash, None));
        Assert.Null(await Accounts.GetAsync(new AccountId(99), None));
        Assert.Null(await Accounts.FindByEmailAsync("pena@example.org", None));
        Assert.Null(await Accounts.FindByTokenAsync(new ContentHash(5, 9), None));
    }

    [Fact]
    public async Task AddAsync_WhenTheAddressIsTaken_ShouldSaySoAndTellNothingOfTheOther()
    {
        await AddAsync(TestAccounts.Create(1));

        var change = await Accounts.AddAsync(TestAccounts.Create(2) with { Email = "SomeBody1@example.org " }, None);

        Assert.Equal(new AccountChange(AccountOutcome.EmailTaken, null), change);
        Assert.Null(await Accounts.GetAsync(TestAccounts.Create(2).Id, None));
    }

    [Fact]
    public async Task AddAsync_WhenFiftyWantOneAddressAtOnce_ShouldTakeOne()
    {
        var changes = await Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
            Task.Run(() => Accounts.AddAsync(TestAccounts.Create(i) with { Email = i % 2 == 0 ? "one@example.org" : "ONE@example.org" }, None))));

        var winner = Assert.Single(changes, change => change.Outcome == AccountOutcome.Done).Account!;
        Assert.Equal(49, changes.Count(change => change == new AccountChange(AccountOutcome.EmailTaken, null)));
        Assert.Equal([winner], (await Listing.PageAsync(new AccountQuery(100), None)).Items);
        Assert.Equal(winner, await Accounts.FindByEmailAsync("one@example.org", None));
    }

    [Fact]
    public async Task AddAsync_WhenTheIdOrATokenIsTaken_ShouldThrow()
    {
        await AddAsync(TestAccounts.Create(1) with { Tokens = [TestAccounts.Token(1)] });

        await Assert.ThrowsAsync<ArgumentException>(() => Accounts.AddAsync(TestAccounts.Create(1) with { Email = "other@example.org" }, None));
        await Assert.ThrowsAsync<ArgumentException>(() => Accounts.AddAsync(TestAccounts.Create(2) with { Tokens = [TestAccounts.Token(1)] }, None));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Accounts.AddAsync(TestAccounts.Create(2) with { Tokens = [TestAccounts.Token(2), TestAccounts.Token(2)] }, None));
        Assert.Equal(1, (await Listing.PageAsync(new AccountQuery(100), None)).Total);
    }

    [Fact]
    public async Task Reopen_WhenThereWereChanges_ShouldKnowThemAll()
    {
        await AddAsync(TestAccounts.CreateFull(1), TestAccounts.Create(2, Role.Administrator), TestAccounts.Create(3), TestAccounts.Create(4));
        await Accounts.UpdateAsync(TestAccounts.Create(3).Id, it => it with { Email = "new@example.org", Tokens = [TestAccounts.Token(7)] }, None);
        await Accounts.RemoveAsync(TestAccounts.Create(4).Id, _ => true, None);
        var before = (await Listing.PageAsync(new AccountQuery(100), None)).Items;

        Accounts = await ReopenAsync();

        Assert.Equal(before, (await Listing.PageAsync(new AccountQuery(100), None)).Items);
        Assert.Equal(TestAccounts.CreateFull(1), before[0]);
        Assert.Equal(1, await Listing.CountAdministratorsAsync(None));
        Assert.Equal(TestAccounts.Create(3).Id, (await Accounts.FindByEmailAsync("new@example.org", None))?.Id);
        Assert.Equal(TestAccounts.Create(3).Id, (await Accounts.FindByTokenAsync(TestAccounts.Token(7).Hash, None))?.Id);
        Assert.Null(await Accounts.FindByEmailAsync(TestAccounts.Create(3).Email, None));
        Assert.Null(await Accounts.GetAsync(TestAccounts.Create(4).Id, None));
        Assert.Equal(AccountOutcome.EmailTaken, (await Accounts.AddAsync(TestAccounts.Create(9) with { Email = "NEW@example.org" }, None)).Outcome);
    }

    protected async Task AddAsync(params Account[] accounts)
    {
        foreach (var account in accounts)
        {
            Assert.Equal(AccountOutcome.Done, (await Accounts.AddAsync(account, None)).Outcome);
        }
    }
}
