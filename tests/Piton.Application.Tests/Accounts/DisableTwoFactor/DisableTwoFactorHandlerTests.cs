using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Accounts.DisableTwoFactor;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.DisableTwoFactor;

public sealed class DisableTwoFactorHandlerTests
{
    private readonly AccountScene _scene = new();

    [Fact]
    public async Task Handle_WhenThePasswordIsRight_ShouldForgetSecretStepAndRecoveryCodes()
    {
        var account = _scene.Access.Put(_scene.AddWithTwoFactor("aaaaabbbbb") with { LastTotpStep = FakeCredentials.Now });

        var result = await HandleAsync(AccountScene.SignedIn(account));

        Assert.Equal(account with { IsTwoFactorOn = false, AuthenticatorKey = null, RecoveryCodes = [], LastTotpStep = null }, result.Value);
        Assert.Equal(result.Value, _scene.Now(account));
        Assert.Equal((account.Id, AuditAction.TwoFactorDisabled, null, null), _scene.Audited());
        _scene.AssertNowhere(AccountScene.Password);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Handle_WhenThePasswordIsWrong_ShouldRefuseAndCount(string? password)
    {
        var account = _scene.AddWithTwoFactor();

        Assert.Equal((ErrorCode.WrongPassword, "password"), Refused.By(await HandleAsync(AccountScene.SignedIn(account), password)));

        Assert.Equal(account with { FailedKnownSignIns = 1 }, _scene.Now(account));
        Assert.Empty(_scene.Access.Entries);
    }

    [Fact]
    public async Task Handle_WhenLockedOrResetWhileThePasswordIsHashed_ShouldRefuseTheRightOne()
    {
        var account = _scene.AddWithTwoFactor();
        Account[] changes = [account with { KnownLockedUntil = AccountScene.Noon.AddMinutes(5) }, account with { SecurityStamp = "another" }];

        foreach (var changed in changes)
        {
            _scene.Access.Put(account);
            _scene.Credentials.Meanwhile = () => _scene.Access.Put(changed);

            Assert.Equal((ErrorCode.WrongPassword, "password"), Refused.By(await HandleAsync(AccountScene.SignedIn(account))));
            Assert.Equal(account.AuthenticatorKey, _scene.Now(account).AuthenticatorKey);
        }

        Assert.Empty(_scene.Access.Entries);
    }

    [Fact]
    public async Task Handle_WhenTheAccountIsLocked_ShouldRefuseTheRightPassword()
    {
        var account = _scene.Access.Put(_scene.AddWithTwoFactor() with { KnownLockedUntil = AccountScene.Noon.AddTicks(1) });

        Assert.Equal((ErrorCode.WrongPassword, "password"), Refused.By(await HandleAsync(AccountScene.SignedIn(account))));
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenNotSignedInByHand_ShouldRefuse()
    {
        foreach (var actor in AccountScene.NotByHand(_scene.AddWithTwoFactor()))
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor)).Status);
        }

        _scene.AssertUntouched();
    }

    [Theory]
    [MemberData(nameof(AccountScene.AccountFaults), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenNothingCanBeWritten_ShouldSaySoAndWriteNothingDown(AccountOutcome outcome, ErrorCode code)
    {
        var account = _scene.AddWithTwoFactor();
        _scene.Access.AccountsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync(AccountScene.SignedIn(account))));
        _scene.AssertUntouched();
    }

    private Task<Result<Account>> HandleAsync(Actor actor, string? password = AccountScene.Password) =>
        new DisableTwoFactorHandler(_scene.Access, _scene.Credentials, _scene.Audit, _scene.Clock).Handle(
            new DisableTwoFactorCommand(actor, password), CancellationToken.None);
}
