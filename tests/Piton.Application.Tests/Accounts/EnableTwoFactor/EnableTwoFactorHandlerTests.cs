using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Accounts.EnableTwoFactor;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.EnableTwoFactor;

public sealed class EnableTwoFactorHandlerTests
{
    private readonly AccountScene _scene = new();

    [Theory]
    [MemberData(nameof(AccountScene.Members), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenTheCodeIsRight_ShouldTurnItOnAndTellTheRecoveryCodesOnce(Role role)
    {
        var account = Begun(role);

        var codes = (await HandleAsync(AccountScene.SignedIn(account), CodeOf(account))).Value;

        Assert.Equal(10, codes.Distinct().Count());
        var hashes = codes.Select(code => SecretKey.HashOf(code.Replace("-", "", StringComparison.Ordinal)).ToString());
        Assert.Equal(account with { IsTwoFactorOn = true, LastTotpStep = FakeCredentials.Now, RecoveryCodes = [.. hashes] }, _scene.Now(account));
        Assert.Equal((account.Id, AuditAction.TwoFactorEnabled, null, null), _scene.Audited());
        Assert.All(codes, _scene.AssertNowhere);
    }

    [Fact]
    public async Task Handle_WhenTurnedOn_ShouldTakeTheCodeNoMoreAtSignIn()
    {
        var account = Begun();

        var codes = (await HandleAsync(AccountScene.SignedIn(account), CodeOf(account))).Value;

        Assert.Null(_scene.Factor.Take(_scene.Now(account), CodeOf(account)));
        Assert.All(codes, code => Assert.NotNull(_scene.Factor.Take(_scene.Now(account), code)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("000000")]
    public async Task Handle_WhenTheCodeIsWrong_ShouldRefuse(string? code)
    {
        var account = Begun();

        Assert.Equal((ErrorCode.WrongCode, "code"), Refused.By(await HandleAsync(AccountScene.SignedIn(account), code)));
        _scene.AssertUntouched();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Handle_WhenThePasswordIsWrong_ShouldRefuseAndCount(string? password)
    {
        var account = Begun();

        Assert.Equal((ErrorCode.WrongPassword, "password"), Refused.By(await HandleAsync(AccountScene.SignedIn(account), CodeOf(account), password)));

        Assert.Equal(account with { FailedKnownSignIns = 1 }, _scene.Now(account));
        Assert.Empty(_scene.Access.Entries);
    }

    [Fact]
    public async Task Handle_WhenNoSecretWasMade_ShouldRefuse()
    {
        Assert.Equal((ErrorCode.WrongCode, "code"), Refused.By(await HandleAsync(AccountScene.SignedIn(_scene.Add()), FakeCredentials.CodeOf(""))));
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenItIsOnAlready_ShouldMakeNoOtherRecoveryCodes()
    {
        var account = _scene.AddWithTwoFactor("aaaaabbbbb");

        Assert.Equal((ErrorCode.WrongCode, "code"), Refused.By(await HandleAsync(AccountScene.SignedIn(account), CodeOf(account))));
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenFiftyTurnItOnAtOnce_ShouldGiveCodesToOne()
    {
        var account = Begun();

        var results = await AccountScene.FiftyAtOnceAsync(_ => HandleAsync(AccountScene.SignedIn(account), CodeOf(account)));

        var codes = Assert.Single(results, result => result.IsSuccess).Value;
        Assert.NotNull(_scene.Factor.Take(_scene.Now(account), codes[0]));
        Assert.Single(_scene.Access.Entries);
    }

    [Fact]
    public async Task Handle_WhenNotSignedInByHand_ShouldRefuse()
    {
        var account = Begun();

        foreach (var actor in AccountScene.NotByHand(account))
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor, CodeOf(account))).Status);
        }

        _scene.AssertUntouched();
    }

    [Theory]
    [MemberData(nameof(AccountScene.AccountFaults), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenNothingCanBeWritten_ShouldSaySoAndWriteNothingDown(AccountOutcome outcome, ErrorCode code)
    {
        var account = Begun();
        _scene.Access.AccountsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync(AccountScene.SignedIn(account), CodeOf(account))));
        _scene.AssertUntouched();
    }

    private static string CodeOf(Account account) => FakeCredentials.CodeOf(account.AuthenticatorKey!);

    private Account Begun(Role role = Role.Visitor) => _scene.Add(role, it => it with { AuthenticatorKey = "ANAS" });

    private Task<Result<IReadOnlyList<string>>> HandleAsync(Actor actor, string? code, string? password = AccountScene.Password) =>
        new EnableTwoFactorHandler(_scene.Access, _scene.Credentials, _scene.Factor, _scene.Audit, _scene.Clock).Handle(
            new EnableTwoFactorCommand(actor, password, code), CancellationToken.None);
}
