using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Accounts.SetUp;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.SetUp;

public sealed class SetUpHandlerTests : IDisposable
{
    private readonly AccountScene _scene = new();
    private readonly SetupGate _gate;

    public SetUpHandlerTests() => _gate = new SetupGate(_scene.Access);

    public void Dispose() => _gate.Dispose();

    [Fact]
    public async Task Handle_WhenTheCodeIsRight_ShouldMakeAnAdministratorAndSignIn()
    {
        var opened = (await HandleAsync(_gate.Code)).Value;

        var account = Assert.Single(_scene.Access.Accounts);
        Assert.Equal(("ana@example.org", "ana", Role.Administrator), (account.Email, account.Name, account.Role));
        Assert.Equal((account, false), (opened.Account, opened.Session.IsPersistent));
        Assert.Equal(opened.Session, await _scene.Access.FindAsync(SecretKey.HashOf(opened.Key), CancellationToken.None));
        Assert.Equal([AuditAction.AdministratorCreated, AuditAction.SignedIn], _scene.Actions());
        Assert.All(_scene.Access.Entries, entry => Assert.Equal((account.Id, "ana@example.org"), (entry.Account, entry.Subject)));
        Assert.All([_gate.Code, AccountScene.Password, account.PasswordHash!, opened.Key], _scene.AssertNowhere);
    }

    [Fact]
    public async Task Handle_WhenTheCodeIsWrong_ShouldRefuse()
    {
        string?[] codes = [null, "", " ", _gate.Code[..^1], _gate.Code + "2", _gate.Code.ToUpperInvariant()];

        foreach (var code in codes)
        {
            Assert.Equal((ErrorCode.WrongSetupCode, "code"), Refused.By(await HandleAsync(code)));
        }

        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenThereIsAnAdministrator_ShouldRefuseTheRightCode()
    {
        _scene.Add(Role.Administrator);

        Assert.Equal((ErrorCode.WrongSetupCode, "code"), Refused.By(await HandleAsync(_gate.Code)));
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenFiftySetUpAtOnce_ShouldMakeOneAdministrator()
    {
        var results = await AccountScene.FiftyAtOnceAsync(i => HandleAsync(_gate.Code, $"somebody{i}@example.org"));

        Assert.Single(results, result => result.IsSuccess);
        Assert.Equal(Role.Administrator, Assert.Single(_scene.Access.Accounts).Role);
        Assert.Single(_scene.Access.Sessions);
    }

    [Theory]
    [MemberData(nameof(AccountScene.BadPasswords), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenThePasswordIsBad_ShouldRefuseAndLeaveTheGateOpen(string? password, ErrorCode code)
    {
        Assert.Equal((code, "password"), Refused.By(await HandleAsync(_gate.Code, password: password)));
        _scene.AssertUntouched();
        Assert.True((await HandleAsync(_gate.Code)).IsSuccess);
    }

    [Fact]
    public async Task Handle_WhenTheAddressIsTaken_ShouldRefuse()
    {
        _scene.Add();

        Assert.Equal((ErrorCode.EmailTaken, "email"), Refused.By(await HandleAsync(_gate.Code, "somebody1@example.org")));
        _scene.AssertUntouched();
    }

    [Theory]
    [MemberData(nameof(AccountScene.AccountFaults), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenNothingCanBeWritten_ShouldSaySo(AccountOutcome outcome, ErrorCode code)
    {
        _scene.Access.AccountsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync(_gate.Code)));
        _scene.AssertUntouched();
    }

    private Task<Result<OpenedSession>> HandleAsync(
        string? code, string? email = "ana@example.org", string? password = AccountScene.Password) =>
        new SetUpHandler(_gate, _scene.Making, _scene.Opening, _scene.Audit).Handle(
            new SetUpCommand(Actor.Anonymous, code, email, "", password, "a browser"), CancellationToken.None);
}
