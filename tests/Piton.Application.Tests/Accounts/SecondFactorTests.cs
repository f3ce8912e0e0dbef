using Piton.Application.Accounts;

namespace Piton.Application.Tests.Accounts;

public sealed class SecondFactorTests
{
    private readonly AccountScene _scene = new();

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public void Take_WhenItIsTheCodeOfTheApp_ShouldKeepItsStepAndTheRecoveryCodes(int steps)
    {
        var account = _scene.AddWithTwoFactor("aaaaabbbbb");

        var taken = _scene.Factor.Take(account, FakeCredentials.CodeOf("ANAS", FakeCredentials.Now + steps));

        Assert.Equal(account with { LastTotpStep = FakeCredentials.Now + steps }, taken);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Take_WhenACodeCountedBefore_ShouldTakeLaterOnesAlone(int last, bool isTaken)
    {
        var account = _scene.AddWithTwoFactor() with { LastTotpStep = FakeCredentials.Now + last };

        Assert.Equal(isTaken, _scene.Factor.Take(account, FakeCredentials.CodeOf("ANAS")) is not null);
    }

    [Fact]
    public void Take_WhenTheCodeIsTypedInGroups_ShouldTakeIt()
    {
        var account = _scene.AddWithTwoFactor();
        var code = FakeCredentials.CodeOf("ANAS");

        Assert.NotNull(_scene.Factor.Take(account, $" {code[..3]} {code[3..]}\n"));
    }

    [Theory]
    [InlineData("aaaaabbbbb")]
    [InlineData("aaaaa-bbbbb")]
    [InlineData(" AAAAA BBBBB ")]
    public void Take_WhenItIsARecoveryCode_ShouldUseUpThatOneAlone(string typed)
    {
        var account = _scene.AddWithTwoFactor("aaaaabbbbb", "cccccddddd");

        var taken = _scene.Factor.Take(account, typed);

        Assert.Equal(account with { RecoveryCodes = [account.RecoveryCodes[1]] }, taken);
        Assert.Null(_scene.Factor.Take(taken!, typed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("aaaaa")]
    [InlineData("aaaaabbbbbcccccddddd")]
    [InlineData("000000")]
    public void Take_WhenItIsNeither_ShouldBeNull(string typed) =>
        Assert.Null(_scene.Factor.Take(_scene.AddWithTwoFactor("aaaaabbbbb", "cccccddddd"), typed));

    [Fact]
    public void Take_WhenTheHashIsShown_ShouldBeNull()
    {
        var account = _scene.AddWithTwoFactor("aaaaabbbbb");

        Assert.Null(_scene.Factor.Take(account, account.RecoveryCodes[0]));
    }

    [Fact]
    public void NewRecoveryCodes_WhenMade_ShouldBeTenThatCountOnceEach()
    {
        var (codes, hashes) = SecondFactor.NewRecoveryCodes();
        var account = _scene.AddWithTwoFactor() with { RecoveryCodes = hashes };

        Assert.Equal(10, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[2-9a-hjkmnp-tv-z]{6}(-[2-9a-hjkmnp-tv-z]{6}){3}$", code));
        Assert.Empty(codes.Aggregate(account, (left, code) => _scene.Factor.Take(left, code)!).RecoveryCodes);
        Assert.Empty(hashes.Intersect(codes));
        Assert.Empty(codes.Intersect(SecondFactor.NewRecoveryCodes().Codes));
    }
}
