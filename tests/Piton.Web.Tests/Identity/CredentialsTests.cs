using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using OtpNet;
using Piton.Domain.Access;
using Piton.Web.Identity;

namespace Piton.Web.Tests.Identity;

public sealed class CredentialsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    private readonly Credentials _credentials = new(
        new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1000 })), new FixedTime(Noon));

    [Theory]
    [InlineData("seven77", PasswordFlaw.TooShort)]
    [InlineData("ééééééé", PasswordFlaw.TooShort)]
    [InlineData("password", PasswordFlaw.Common)]
    [InlineData("12345678", PasswordFlaw.Common)]
    [InlineData("Password1", PasswordFlaw.Common)]
    [InlineData("qwertyuiop", PasswordFlaw.Common)]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", PasswordFlaw.Common)]
    [InlineData("ana.lopez", PasswordFlaw.Common)]
    [InlineData("iloveyou", PasswordFlaw.Common)]
    [InlineData("correct horse battery staple", null)]
    [InlineData("Mañana será otro día", null)]
    [InlineData("xK7#pw2q", null)]
    public void Check_WhenAPasswordIsChosen_ShouldRefuseWhatIsTriedFirst(string password, PasswordFlaw? flaw) =>
        Assert.Equal(flaw, _credentials.Check(password, "ana.lopez@example.org", "Ana López"));

    [Fact]
    public void Check_WhenItIsLong_ShouldTakeAHundredAndTwentyEightCharactersAndNoMore()
    {
        var words = string.Concat(Enumerable.Range(0, 64).Select(i => (char)('a' + (i * 7 % 26)) + "\U0001f600"));

        Assert.Null(_credentials.Check(words, "a@b.c", "A"));
        Assert.Equal(PasswordFlaw.TooLong, _credentials.Check(words + "x", "a@b.c", "A"));
    }

    [Fact]
    public void Verify_WhenThePasswordIsRight_ShouldSayYesAndElseNo()
    {
        var account = AccountWith(_credentials.Hash("correct horse"));

        Assert.True(_credentials.Verify(account, "correct horse"));
        Assert.False(_credentials.Verify(account, "correct horsf"));
        Assert.False(_credentials.Verify(account, ""));
        Assert.False(_credentials.Verify(account with { PasswordHash = null }, ""));
        Assert.False(_credentials.Verify(null, "correct horse"));
        Assert.False(_credentials.Verify(account, new string('x', 1_000_000)));
    }

    [Fact]
    public void Verify_WhenAnAccentIsTypedInAnotherWay_ShouldBeTheSamePassword() =>
        Assert.True(_credentials.Verify(AccountWith(_credentials.Hash("ma\u00f1ana ma\u00f1ana")), "man\u0303ana man\u0303ana"));

    [Fact]
    public void Verify_WhenThereIsNoAccount_ShouldTakeAsLong()
    {
        var slow = new Credentials(
            new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 100_000 })), TimeProvider.System);
        var account = AccountWith(slow.Hash("correct horse"));

        var known = Fastest(() => slow.Verify(account, "wrong horse"));
        var unknown = Fastest(() => slow.Verify(null, "wrong horse"));

        // The hash is all the work there is; without it the one would take a thousandth of the other.
        Assert.InRange(unknown / known, 0.5, 2);
    }

    [Fact]
    public void StepOf_WhenTheCodeIsThatOfNow_ShouldCountOnce()
    {
        var key = _credentials.NewAuthenticatorKey();
        var code = new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(Noon.UtcDateTime);

        var step = _credentials.StepOf(key, code, null);

        Assert.Equal(Noon.ToUnixTimeSeconds() / 30, step);
        Assert.Null(_credentials.StepOf(key, code, step));
        Assert.NotNull(_credentials.StepOf(key, code, step - 1));
        Assert.Null(_credentials.StepOf(key, "000000" == code ? "000001" : "000000", null));
        Assert.Null(_credentials.StepOf(key, "", null));
        Assert.Equal(32, key.Length);
    }

    [Theory]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(-90, false)]
    [InlineData(90, false)]
    public void StepOf_WhenTheClocksDiffer_ShouldTakeOneStepOnEitherSide(int seconds, bool isTaken)
    {
        var key = _credentials.NewAuthenticatorKey();
        var code = new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(Noon.AddSeconds(seconds).UtcDateTime);

        Assert.Equal(isTaken, _credentials.StepOf(key, code, null) is not null);
    }

    private static double Fastest(Action act) => Enumerable.Range(0, 7).Min(_ =>
    {
        var start = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    });

    private static Account AccountWith(string hash) => new()
    {
        Id = new AccountId(1),
        Email = "ana@example.org",
        Name = "Ana",
        Role = Role.Visitor,
        PasswordHash = hash,
        SecurityStamp = "stamp",
        CreatedAt = Noon,
    };

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
