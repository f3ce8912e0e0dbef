using Ardalis.Result;
using Piton.Application.Accounts.BeginTwoFactor;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.BeginTwoFactor;

public sealed class BeginTwoFactorHandlerTests
{
    private readonly AccountScene _scene = new();

    [Theory]
    [MemberData(nameof(AccountScene.Members), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenThereIsNoSecret_ShouldMakeOneThatDoesNotCountYet(Role role)
    {
        var account = _scene.Add(role);

        var result = await HandleAsync(AccountScene.SignedIn(account));

        Assert.Equal(account with { AuthenticatorKey = "KEY1" }, result.Value);
        Assert.Equal(result.Value, _scene.Now(account));
        Assert.False(result.Value.IsTwoFactorOn);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Handle_WhenThereIsASecret_ShouldKeepIt(bool isOn)
    {
        var account = _scene.Add(change: it => it with { AuthenticatorKey = "OLD", IsTwoFactorOn = isOn });

        var result = await HandleAsync(AccountScene.SignedIn(account));

        Assert.Equal(account, result.Value);
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenFiftyAskAtOnce_ShouldGiveAllTheSameSecret()
    {
        var account = _scene.Add();

        var results = await AccountScene.FiftyAtOnceAsync(_ => HandleAsync(AccountScene.SignedIn(account)));

        Assert.Single(results.Select(result => result.Value.AuthenticatorKey).Distinct());
        Assert.Equal(1, _scene.Access.Writes);
    }

    [Fact]
    public async Task Handle_WhenNotSignedInByHand_ShouldRefuse()
    {
        foreach (var actor in AccountScene.NotByHand(_scene.Add()))
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor)).Status);
        }

        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenTheAccountIsGone_ShouldNotFindIt() => Assert.Equal(ResultStatus.NotFound, (await HandleAsync(Actors.Visitor)).Status);

    [Theory]
    [MemberData(nameof(AccountScene.AccountFaults), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenNothingCanBeWritten_ShouldSaySo(AccountOutcome outcome, ErrorCode code)
    {
        var account = _scene.Add();
        _scene.Access.AccountsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync(AccountScene.SignedIn(account))));
    }

    private Task<Result<Account>> HandleAsync(Actor actor) =>
        new BeginTwoFactorHandler(_scene.Access, _scene.Credentials).Handle(new BeginTwoFactorCommand(actor), CancellationToken.None);
}
