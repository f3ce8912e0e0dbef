using Piton.Domain.Access;
using Piton.Infrastructure.Json.Access;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Infrastructure.Tests.Json.Access;

/// <summary>How a log of records is written anew.</summary>
public sealed class AccountCompactionTests
{
    private const string LogPath = "/data/accounts.jsonl";

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task CompactAsync_WhenWritesGoOn_ShouldLoseNone()
    {
        var disk = new MemoryDisk();
        await using var accounts = await TestLogs.OpenAccountsAsync(disk);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => accounts.AddAsync(TestAccounts.Create(i), None)));
        using var stop = new CancellationTokenSource();

        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(() => WriteAsync(accounts, writer, stop.Token))).ToArray();
        for (var i = 0; i < 20; i++)
        {
            await accounts.CompactAsync(None);
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);

        var acknowledged = await AllAsync(accounts);
        Assert.True(acknowledged.Count > 100);
        await using var again = await TestLogs.OpenAccountsAsync(disk.AfterPowerCut(keepUnflushedNames: false, keepUnflushedBytes: false));
        Assert.Equal(acknowledged, await AllAsync(again));
    }

    [Fact]
    public async Task CompactAsync_WhenRecordsChangeWhileItWrites_ShouldHaveThemAsTheyAre()
    {
        var disk = new MemoryDisk();
        await using var accounts = await TestLogs.OpenAccountsAsync(disk);
        var keys = new string('a', 600_000);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => accounts.AddAsync(TestAccounts.Create(i) with { AuthenticatorKey = keys }, None)));

        // Two of them fill what the new log holds back, so it is written to while two are still to come.
        disk.Before = operation =>
        {
            if (operation == "write")
            {
                disk.Before = _ => { };
                Assert.True(Task.Run(() => ChangeAsync(accounts)).Wait(TimeSpan.FromSeconds(30)));
            }
        };
        await accounts.CompactAsync(None);

        var expected = new[] { TestAccounts.Create(0), TestAccounts.Create(1) with { Name = "changed" }, TestAccounts.Create(3) }
            .Select(account => account with { AuthenticatorKey = keys })
            .Append(TestAccounts.Create(9));
        Assert.Equal(expected, await AllAsync(accounts));
        await using var again = await TestLogs.OpenAccountsAsync(disk);
        Assert.Equal(expected, await AllAsync(again));
    }

    [Fact]
    public async Task CompactAsync_WhenThePowerIsCutAtAnyPoint_ShouldLeaveAWholeLog()
    {
        var operations = 0;
        for (var fatal = 1; ; fatal++)
        {
            var disk = new MemoryDisk();
            var accounts = await TestLogs.OpenAccountsAsync(disk);
            await Task.WhenAll(Enumerable.Range(0, 6).Select(i => accounts.AddAsync(TestAccounts.Create(i), None)));
            await accounts.RemoveAsync(TestAccounts.Create(2).Id, _ => true, None);
            var acknowledged = await AllAsync(accounts);

            operations = 0;
            disk.Before = _ =>
            {
                if (++operations >= fatal)
                {
                    throw new IOException("Power is gone", 5);
                }
            };
            var failed = await Record.ExceptionAsync(() => accounts.CompactAsync(None)) is IOException;
            foreach (var (names, bytes) in new[] { (false, false), (false, true), (true, true) })
            {
                await using var again = await TestLogs.OpenAccountsAsync(disk.AfterPowerCut(names, bytes));
                Assert.Equal(acknowledged, await AllAsync(again));
            }

            if (!failed)
            {
                break;
            }
        }

        Assert.True(operations >= 5, $"{operations} operations were tried");
    }

    [Theory]
    [InlineData("open", AccountOutcome.Done)]
    [InlineData("write", AccountOutcome.Done)]
    [InlineData("flush", AccountOutcome.Done)]
    [InlineData("replace", AccountOutcome.Done)]
    [InlineData("flush folder", AccountOutcome.ReadOnly)]
    public async Task CompactAsync_WhenTheDiskFails_ShouldGoOnWhereNothingIsInDoubt(string failing, AccountOutcome expected)
    {
        var disk = new MemoryDisk();
        var health = TestCatalogs.NewHealth();
        await using var accounts = await TestLogs.OpenAccountsAsync(disk, health: health);
        await accounts.AddAsync(TestAccounts.Create(1), None);

        disk.Before = operation =>
        {
            if (operation == failing)
            {
                throw new IOException("No good", 5);
            }
        };
        await Assert.ThrowsAsync<IOException>(() => accounts.CompactAsync(None));
        disk.Before = _ => { };

        Assert.DoesNotContain(LogPath + ".new", disk.Paths);
        Assert.Equal([TestAccounts.Create(1)], await AllAsync(accounts));
        Assert.Equal(expected, (await accounts.AddAsync(TestAccounts.Create(2), None)).Outcome);
        Assert.Equal(expected == AccountOutcome.ReadOnly, health.IsReadOnly);
    }

    [Fact]
    public async Task CompactAsync_WhenTheLibraryIsReadOnly_ShouldTouchNothing()
    {
        var disk = new MemoryDisk();
        var health = TestCatalogs.NewHealth();
        await using var accounts = await TestLogs.OpenAccountsAsync(disk, health: health);
        await accounts.AddAsync(TestAccounts.Create(1), None);
        var before = disk[LogPath];
        health.TurnReadOnly("a picture", new IOException("No good."));

        await Assert.ThrowsAsync<IOException>(() => accounts.CompactAsync(None));

        Assert.Equal(before, disk[LogPath]);
    }

    private static async Task ChangeAsync(JsonAccountCatalog accounts)
    {
        await accounts.UpdateAsync(TestAccounts.Create(1).Id, it => it with { Name = "changed" }, None);
        await accounts.RemoveAsync(TestAccounts.Create(2).Id, _ => true, None);
        await accounts.AddAsync(TestAccounts.Create(9), None);
    }

    private static async Task WriteAsync(JsonAccountCatalog accounts, int writer, CancellationToken stop)
    {
        for (var i = 0; i < 20 || (!stop.IsCancellationRequested && i < 500); i++)
        {
            var account = TestAccounts.Create(1000 + (writer * 1000) + i);
            Assert.Equal(AccountOutcome.Done, (await accounts.AddAsync(account, None)).Outcome);
            Assert.Equal(AccountOutcome.Done, (await accounts.UpdateAsync(account.Id, it => it with { Name = "renamed" }, None)).Outcome);
            if (i % 3 == 0)
            {
                Assert.Equal(AccountOutcome.Done, (await accounts.RemoveAsync(account.Id, _ => true, None)).Outcome);
            }
        }
    }

    private static async Task<IReadOnlyList<Account>> AllAsync(JsonAccountCatalog accounts) =>
        (await accounts.PageAsync(new AccountQuery(int.MaxValue), None)).Items;
}
