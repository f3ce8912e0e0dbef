using Piton.Domain.Access;

namespace Piton.Infrastructure.Tests.Contracts;

/// <content>How accounts are listed and counted.</content>
public abstract partial class AccountCatalogContract
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task PageAsync_WhenReadToTheEnd_ShouldHaveEachOnceTheOldestFirst(int limit)
    {
        // Three of each age, and added in another order than that of their age.
        var accounts = Enumerable.Range(0, 12).Select(i => TestAccounts.Create(i) with { CreatedAt = TestAccounts.Start.AddMinutes(i / 3) }).ToArray();
        await AddAsync([.. accounts.Reverse()]);

        Assert.Equal(accounts, await AllPagesAsync(new AccountQuery(limit)));
    }

    [Theory]
    [InlineData("SOME", 4)]
    [InlineData("maria", 1)]
    [InlineData("example.ORG", 4)]
    [InlineData("body3@", 1)]
    [InlineData("nobody", 0)]
    [InlineData("", 4)]
    [InlineData(null, 4)]
    public async Task PageAsync_WhenSearched_ShouldFindPartsOfNameAndAddressWithoutCaseAndAccents(string? search, int expected)
    {
        await AddAsync([.. Enumerable.Range(0, 4).Select(i => TestAccounts.Create(i))]);
        await Accounts.UpdateAsync(TestAccounts.Create(2).Id, it => it with { Name = "MARÍA" }, None);

        var page = await Listing.PageAsync(new AccountQuery(100, search), None);

        Assert.Equal(expected, page.Items.Count);
        Assert.Equal(expected, page.Total);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task PageAsync_WhenARoleIsAskedFor_ShouldListThatAlonePageByPage()
    {
        await AddAsync([.. Enumerable.Range(0, 20).Select(i => TestAccounts.Create(i, i % 2 == 0 ? Role.Pending : Role.Visitor))]);

        var found = await AllPagesAsync(new AccountQuery(3, "somebody1", Role.Pending));
        var first = await Listing.PageAsync(new AccountQuery(3, "somebody1", Role.Pending), None);

        Assert.Equal(["Somebody 10", "Somebody 12", "Somebody 14", "Somebody 16", "Somebody 18"], found.Select(account => account.Name));
        Assert.Equal(5, first.Total);
    }

    [Fact]
    public async Task PageAsync_WhenTheAccountAtTheCursorIsGone_ShouldGoOnBehindIt()
    {
        await AddAsync([.. Enumerable.Range(0, 6).Select(i => TestAccounts.Create(i))]);
        var first = await Listing.PageAsync(new AccountQuery(3), None);
        await Accounts.RemoveAsync(first.Items[2].Id, _ => true, None);

        var second = await Listing.PageAsync(new AccountQuery(3, After: first.Next), None);

        Assert.Equal(Enumerable.Range(3, 3).Select(i => TestAccounts.Create(i)), second.Items);
        Assert.Null(second.Next);
        Assert.Equal(5, second.Total);
    }

    [Fact]
    public async Task PageAsync_WhenTheLimitIsNone_ShouldThrow() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Listing.PageAsync(new AccountQuery(0), None));

    [Fact]
    public async Task CountAdministratorsAsync_WhenAsked_ShouldCountThoseWhoCanSignIn()
    {
        Assert.Equal(0, await Listing.CountAdministratorsAsync(None));

        await AddAsync(TestAccounts.Create(1, Role.Moderator), TestAccounts.Create(2, Role.Administrator) with { DisabledAt = TestAccounts.Start });
        Assert.Equal(0, await Listing.CountAdministratorsAsync(None));

        await Accounts.UpdateAsync(TestAccounts.Create(2).Id, it => it with { DisabledAt = null }, None);
        Assert.Equal(1, await Listing.CountAdministratorsAsync(None));
    }

    private async Task<List<Account>> AllPagesAsync(AccountQuery query)
    {
        var accounts = new List<Account>();
        AccountCursor? after = null;
        do
        {
            var page = await Listing.PageAsync(query with { After = after }, None);
            Assert.InRange(page.Items.Count, 0, query.Limit);
            accounts.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return accounts;
    }
}
