using Microsoft.AspNetCore.Identity;
using NSubstitute;
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
        var hasher = new PasswordHasher<Account>();
        var verified = new List<string>();
        var watched = Substitute.For<IPasswordHasher<Account>>();
        watched.HashPassword(default!, default!).ReturnsForAnyArgs(call => hasher.HashPassword(call.Arg<Account>(), call.ArgAt<string>(1)));
        watched.VerifyHashedPassword(default!, default!, default!).ReturnsForAnyArgs(call =>
        {
            verified.Add(call.ArgAt<string>(1));
            return PasswordVerificationResult.Failed;
        });
        var credentials = new Credentials(watched, TimeProvider.System);

        credentials.Verify(AccountWith(credentials.Hash("correct horse")), "wrong horse");
        credentials.Verify(null, "wrong horse");

        // A hash begins with its kind, its function, its rounds and the length of its salt, which are all that the time depends on.
        Assert.Equal(2, verified.Count);
        Assert.Equal(Convert.FromBase64String(verified[0])[..13], Convert.FromBase64String(verified[1])[..13]);
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
