using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Accounts.ChangePassword;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.ChangePassword;

public sealed class ChangePasswordHandlerTests
{
    private const string New = "another good password";

    private readonly AccountScene _scene = new();

    [Theory]
    [MemberData(nameof(AccountScene.Members), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenThePasswordIsRight_ShouldChangeItAndTheStamp(Role role)
    {
        var account = _scene.Add(role, it => it with { FailedSignIns = 3 });

        var result = await HandleAsync(AccountScene.SignedIn(account));

        Assert.Equal(_scene.Now(account), result.Value);
        Assert.NotEqual(account.SecurityStamp, result.Value.SecurityStamp);
        Assert.Equal(
            account with { PasswordHash = FakeCredentials.HashOf(New), SecurityStamp = result.Value.SecurityStamp, FailedSignIns = 0 }, result.Value);
        Assert.Equal((account.Id, AuditAction.PasswordChanged, null, null), _scene.Audited());
    }

    [Fact]
    public async Task Handle_WhenChanged_ShouldEndTheOtherSessionsOfTheAccountAlone()
    {
        var (account, other) = (_scene.Add(), _scene.Add());
        var (here, elsewhere, anothers) = (_scene.Open(account), _scene.Open(account), _scene.Open(other));

        await HandleAsync(AccountScene.SignedIn(account, here));

        Assert.Equal([here.Id], _scene.SessionsOf(account));
        Assert.Equal([anothers.Id], _scene.SessionsOf(other));
        Assert.DoesNotContain(elsewhere, _scene.Access.Sessions);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Correct horse battery")]
    public async Task Handle_WhenThePasswordIsWrong_ShouldRefuseAndCount(string? password)
    {
        var account = _scene.Add();
        var session = _scene.Open(account);

        Assert.Equal((ErrorCode.WrongPassword, "password"), Refused.By(await HandleAsync(AccountScene.SignedIn(account), password)));

        Assert.Equal(account with { FailedKnownSignIns = 1 }, _scene.Now(account));
        Assert.Equal([session.Id], _scene.SessionsOf(account));
        Assert.Empty(_scene.Access.Entries);
    }

    [Fact]
    public async Task Handle_WhenTenWereWrong_ShouldRefuseTheRightOneForFiveMinutes()
    {
        var account = _scene.Add();
        for (var i = 0; i < LockOut.MaxFailures; i++)
        {
            await HandleAsync(AccountScene.SignedIn(account), "wrong");
        }

        Assert.Equal((ErrorCode.WrongPassword, "password"), Refused.By(await HandleAsync(AccountScene.SignedIn(account))));
        _scene.Clock.Advance(LockOut.Duration - TimeSpan.FromTicks(1));
        Assert.Equal((ErrorCode.WrongPassword, "password"), Refused.By(await HandleAsync(AccountScene.SignedIn(account))));
        _scene.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.True((await HandleAsync(AccountScene.SignedIn(account))).IsSuccess);
    }

    [Theory]
    [MemberData(nameof(AccountScene.BadPasswords), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenTheNewOneIsBad_ShouldRefuse(string? password, ErrorCode code)
    {
        var account = _scene.Add();

        Assert.Equal((code, "newPassword"), Refused.By(await HandleAsync(AccountScene.SignedIn(account), newPassword: password)));
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenTheNewOneIsTheNameOrTheAddress_ShouldRefuse()
    {
        var account = _scene.Add();

        foreach (var password in new[] { account.Name, account.Email })
        {
            Assert.Equal((ErrorCode.PasswordCommon, "newPassword"), Refused.By(await HandleAsync(AccountScene.SignedIn(account), newPassword: password)));
        }
    }

    [Fact]
    public async Task Handle_WhenThePasswordWasResetMeanwhile_ShouldLeaveThatOfTheReset()
    {
        var account = _scene.Add();
        var reset = account with { PasswordHash = FakeCredentials.HashOf("chosen by the link"), SecurityStamp = "another" };
        _scene.Access.BeforeWrite = () => _scene.Access.Put(reset);

        Assert.Equal((ErrorCode.WrongPassword, "password"), Refused.By(await HandleAsync(AccountScene.SignedIn(account))));

        Assert.Equal(reset, _scene.Now(account));
        Assert.Empty(_scene.Access.Entries);
    }

    [Fact]
    public async Task Handle_WhenFiftyChangeItAtOnce_ShouldChangeItOnce()
    {
        var account = _scene.Add();

        var results = await AccountScene.FiftyAtOnceAsync(i => HandleAsync(AccountScene.SignedIn(account), newPassword: $"password number {i}"));

        var won = Assert.Single(results, result => result.IsSuccess);
        Assert.Equal(won.Value.PasswordHash, _scene.Now(account).PasswordHash);
        Assert.Equal([AuditAction.PasswordChanged], _scene.Actions());
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
    public async Task Handle_WhenNothingCanBeWritten_ShouldSaySoAndEndNoSession(AccountOutcome outcome, ErrorCode code)
    {
        var account = _scene.Add();
        var session = _scene.Open(account);
        _scene.Access.AccountsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync(AccountScene.SignedIn(account))));

        Assert.Equal([session.Id], _scene.SessionsOf(account));
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenWrittenDown_ShouldHoldNoPassword()
    {
        await HandleAsync(AccountScene.SignedIn(_scene.Add()));

        _scene.AssertNowhere(New);
        _scene.AssertNowhere(AccountScene.Password);
        _scene.AssertNowhere(FakeCredentials.HashOf(New));
    }

    private Task<Result<Account>> HandleAsync(Actor actor, string? password = AccountScene.Password, string? newPassword = New) =>
        new ChangePasswordHandler(_scene.Access, _scene.Access, _scene.Credentials, _scene.Audit, _scene.Clock).Handle(
            new ChangePasswordCommand(actor, password, newPassword), CancellationToken.None);
}
