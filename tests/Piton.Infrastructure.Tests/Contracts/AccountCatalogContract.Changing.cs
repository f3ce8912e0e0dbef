using Piton.Domain.Access;

namespace Piton.Infrastructure.Tests.Contracts;

/// <content>How accounts are changed and removed, and what stays true of them.</content>
public abstract partial class AccountCatalogContract
{
    private static readonly string[] EachWayOut = ["demote", "disable", "remove"];

    public static TheoryData<string> WaysOut => [.. EachWayOut];

    [Fact]
    public async Task UpdateAsync_WhenChanged_ShouldBeFoundByWhatItHasNow()
    {
        var account = TestAccounts.Create(1) with { Tokens = [TestAccounts.Token(1), TestAccounts.Token(2)] };
        await AddAsync(account);
        var after = account with { Email = "new@example.org", Tokens = [TestAccounts.Token(2), TestAccounts.Token(3)] };

        Assert.Equal(new AccountChange(AccountOutcome.Done, after), await Accounts.UpdateAsync(account.Id, _ => after, None));

        Assert.Equal(after, await Accounts.FindByEmailAsync("new@example.org", None));
        Assert.Equal(after, await Accounts.FindByTokenAsync(TestAccounts.Token(2).Hash, None));
        Assert.Equal(after, await Accounts.FindByTokenAsync(TestAccounts.Token(3).Hash, None));
        Assert.Null(await Accounts.FindByEmailAsync(account.Email, None));
        Assert.Null(await Accounts.FindByTokenAsync(TestAccounts.Token(1).Hash, None));
        Assert.Equal(AccountOutcome.Done, (await Accounts.AddAsync(TestAccounts.Create(2) with { Email = account.Email }, None)).Outcome);
    }

    [Fact]
    public async Task UpdateAsync_WhenLeftAloneOrUnknown_ShouldBeMissingAndChangeNothing()
    {
        await AddAsync(TestAccounts.Create(1));

        Assert.Equal(new AccountChange(AccountOutcome.Missing, null), await Accounts.UpdateAsync(TestAccounts.Create(1).Id, _ => null, None));
        Assert.Equal(
            new AccountChange(AccountOutcome.Missing, null),
            await Accounts.UpdateAsync(new AccountId(99), _ => throw new InvalidOperationException("asked"), None));
        Assert.Equal(TestAccounts.Create(1), await Accounts.GetAsync(TestAccounts.Create(1).Id, None));
    }

    [Fact]
    public async Task UpdateAsync_WhenTheAddressIsAnothers_ShouldSaySoAndChangeNothing()
    {
        await AddAsync(TestAccounts.Create(1), TestAccounts.Create(2));

        var change = await Accounts.UpdateAsync(TestAccounts.Create(2).Id, it => it with { Email = "SOMEBODY1@example.org" }, None);

        Assert.Equal(new AccountChange(AccountOutcome.EmailTaken, null), change);
        Assert.Equal(TestAccounts.Create(2), await Accounts.FindByEmailAsync(TestAccounts.Create(2).Email, None));
    }

    [Fact]
    public async Task UpdateAsync_WhenTheAddressIsItsOwnInAnotherSpelling_ShouldTakeIt()
    {
        await AddAsync(TestAccounts.Create(1));

        var change = await Accounts.UpdateAsync(TestAccounts.Create(1).Id, it => it with { Email = "SOMEBODY1@example.org" }, None);

        Assert.Equal("SOMEBODY1@example.org", change.Account?.Email);
        Assert.Equal(change.Account, await Accounts.FindByEmailAsync("somebody1@example.org", None));
    }

    [Fact]
    public async Task UpdateAsync_WhenTheIdChangesOrATokenIsAnothers_ShouldThrowAndChangeNothing()
    {
        await AddAsync(TestAccounts.Create(1) with { Tokens = [TestAccounts.Token(1)] }, TestAccounts.Create(2));

        await Assert.ThrowsAsync<ArgumentException>(() => Accounts.UpdateAsync(TestAccounts.Create(2).Id, it => it with { Id = new AccountId(50) }, None));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Accounts.UpdateAsync(TestAccounts.Create(2).Id, it => it with { Tokens = [TestAccounts.Token(1)] }, None));
        await Assert.ThrowsAsync<InvalidTimeZoneException>(
            () => Accounts.UpdateAsync(TestAccounts.Create(2).Id, _ => throw new InvalidTimeZoneException(), None));

        Assert.Equal(TestAccounts.Create(2), await Accounts.GetAsync(TestAccounts.Create(2).Id, None));
        Assert.Equal(TestAccounts.Create(1).Id, (await Accounts.FindByTokenAsync(TestAccounts.Token(1).Hash, None))?.Id);
    }

    [Fact]
    public async Task UpdateAsync_WhenManyAtOnce_ShouldLoseNone()
    {
        await AddAsync(TestAccounts.Create(1));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() =>
            Accounts.UpdateAsync(TestAccounts.Create(1).Id, it => it with { FailedSignIns = it.FailedSignIns + 1 }, None))));

        Assert.Equal(50, (await Accounts.GetAsync(TestAccounts.Create(1).Id, None))?.FailedSignIns);
    }

    [Fact]
    public async Task UpdateAsync_WhenOneCodeIsUsedFiftyTimesAtOnce_ShouldCountOnce()
    {
        await AddAsync(TestAccounts.Create(1));

        var changes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() =>
            Accounts.UpdateAsync(TestAccounts.Create(1).Id, it => it.LastTotpStep >= 7 ? null : it with { LastTotpStep = 7 }, None))));

        Assert.Single(changes, change => change.Outcome == AccountOutcome.Done);
    }

    [Fact]
    public async Task UpdateAsync_WhenFiftyDemoteTwoAdministratorsAtOnce_ShouldLeaveOne()
    {
        Account[] administrators = [TestAccounts.Create(0, Role.Administrator), TestAccounts.Create(1, Role.Administrator)];
        await AddAsync(administrators);

        var changes = await Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
            Task.Run(() => LeaveAsync(administrators[i % 2].Id, EachWayOut[i % 3]))));

        Assert.Contains(changes, change => change.Outcome == AccountOutcome.LastAdministrator);
        Assert.Single((await Listing.PageAsync(new AccountQuery(9), None)).Items, account => account.IsActiveAdministrator);
        Assert.Equal(1, await Listing.CountAdministratorsAsync(None));
    }

    [Theory]
    [MemberData(nameof(WaysOut))]
    public async Task UpdateAsync_WhenItIsTheLastAdministrator_ShouldRefuseUntilThereIsAnother(string way)
    {
        var administrator = TestAccounts.Create(1, Role.Administrator);
        await AddAsync(
            administrator, TestAccounts.Create(2, Role.Moderator), TestAccounts.Create(3, Role.Administrator) with { DisabledAt = TestAccounts.Start });

        Assert.Equal(new AccountChange(AccountOutcome.LastAdministrator, null), await LeaveAsync(administrator.Id, way));
        Assert.Equal(administrator, await Accounts.GetAsync(administrator.Id, None));
        Assert.Equal(AccountOutcome.Done, (await Accounts.UpdateAsync(administrator.Id, it => it with { Name = "Other" }, None)).Outcome);

        await Accounts.UpdateAsync(TestAccounts.Create(2).Id, it => it with { Role = Role.Administrator }, None);
        Assert.Equal(AccountOutcome.Done, (await LeaveAsync(administrator.Id, way)).Outcome);
        Assert.Equal(AccountOutcome.LastAdministrator, (await LeaveAsync(TestAccounts.Create(2).Id, way)).Outcome);
    }

    [Fact]
    public async Task RemoveAsync_WhenTheConditionHolds_ShouldForgetTheAccount()
    {
        var account = TestAccounts.Create(1) with { Tokens = [TestAccounts.Token(1)] };
        await AddAsync(account);

        Assert.Equal(new AccountChange(AccountOutcome.Done, account), await Accounts.RemoveAsync(account.Id, it => it == account, None));

        Assert.Null(await Accounts.GetAsync(account.Id, None));
        Assert.Null(await Accounts.FindByEmailAsync(account.Email, None));
        Assert.Null(await Accounts.FindByTokenAsync(account.Tokens[0].Hash, None));
        Assert.Equal(AccountOutcome.Done, (await Accounts.AddAsync(account, None)).Outcome);
    }

    [Fact]
    public async Task RemoveAsync_WhenTheConditionFails_ShouldBeMissingAndChangeNothing()
    {
        await AddAsync(TestAccounts.Create(1));

        Assert.Equal(new AccountChange(AccountOutcome.Missing, null), await Accounts.RemoveAsync(TestAccounts.Create(1).Id, it => it.IsDisabled, None));
        Assert.Equal(new AccountChange(AccountOutcome.Missing, null), await Accounts.RemoveAsync(new AccountId(99), _ => true, None));
        Assert.Equal(TestAccounts.Create(1), await Accounts.GetAsync(TestAccounts.Create(1).Id, None));
    }

    private Task<AccountChange> LeaveAsync(AccountId id, string way) => way switch
    {
        "demote" => Accounts.UpdateAsync(id, it => it with { Role = Role.Visitor }, None),
        "disable" => Accounts.UpdateAsync(id, it => it with { DisabledAt = TestAccounts.Start }, None),
        _ => Accounts.RemoveAsync(id, _ => true, None),
    };
}
