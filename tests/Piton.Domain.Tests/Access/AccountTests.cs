using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Domain.Tests.Access;

public sealed class AccountTests
{
    private static readonly Func<Account, Account>[] EachChange =
    [
        it => it with { Id = new AccountId(8) },
        it => it with { Email = "Ana@example.org" },
        it => it with { Name = "ana" },
        it => it with { Role = Role.Janitor },
        it => it with { PasswordHash = null },
        it => it with { SecurityStamp = "other" },
        it => it with { CreatedAt = it.CreatedAt.AddTicks(1) },
        it => it with { DisabledAt = it.CreatedAt },
        it => it with { FailedSignIns = 1 },
        it => it with { LockedUntil = it.CreatedAt },
        it => it with { FailedKnownSignIns = 1 },
        it => it with { KnownLockedUntil = it.CreatedAt },
        it => it with { AuthenticatorKey = null },
        it => it with { IsTwoFactorOn = true },
        it => it with { LastTotpStep = 1 },
        it => it with { RecoveryCodes = ["two", "one"] },
        it => it with { Tokens = [] },
        it => it with { Tokens = [AccountFactory.Token() with { LastUsedAt = it.CreatedAt }] },
    ];

    public static TheoryData<int> Changes => [.. Enumerable.Range(0, EachChange.Length)];

    [Fact]
    public void Equals_WhenAllIsTheSame_ShouldBeTrue()
    {
        Assert.Equal(AccountFactory.Create(), AccountFactory.Create());
        Assert.Equal(AccountFactory.Create().GetHashCode(), AccountFactory.Create().GetHashCode());
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Equals_WhenOneThingDiffers_ShouldBeFalse(int change) =>
        Assert.NotEqual(AccountFactory.Create(), EachChange[change](AccountFactory.Create()));

    [Fact]
    public void Changes_OfThisTest_ShouldCoverEveryProperty()
    {
        var before = AccountFactory.Create();
        var properties = typeof(Account).GetProperties().Where(property => property.CanWrite).ToArray();

        // What is not changed is the same object still.
        Assert.All(properties, property => Assert.Contains(EachChange, change => !Equals(property.GetValue(before), property.GetValue(change(before)))));
    }

    [Theory]
    [InlineData(Role.Administrator, false, true)]
    [InlineData(Role.Administrator, true, false)]
    [InlineData(Role.Moderator, false, false)]
    public void IsActiveAdministrator_WhenAsked_ShouldBeForThoseWhoCanSignIn(Role role, bool disabled, bool expected)
    {
        var account = AccountFactory.Create(role) with { DisabledAt = disabled ? DateTimeOffset.UnixEpoch : null };

        Assert.Equal(disabled, account.IsDisabled);
        Assert.Equal(expected, account.IsActiveAdministrator);
    }

    [Theory]
    [InlineData("Ana", null)]
    [InlineData(" \u200b", NameFlaw.Blank)]
    [InlineData(null, NameFlaw.Blank)]
    public void CheckName_WhenAsked_ShouldSayWhatIsWrong(string? name, NameFlaw? flaw) => Assert.Equal(flaw, Account.CheckName(name));

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, NameFlaw.TooLong)]
    public void CheckName_WhenLong_ShouldCountCodeUnits(int length, NameFlaw? flaw) =>
        Assert.Equal(flaw, Account.CheckName(new string('a', length)));

    [Fact]
    public void ToString_WhenLogged_ShouldHoldNoSecret() => Assert.Equal(AccountFactory.Create().Id.ToString(), AccountFactory.Create().ToString());
}
