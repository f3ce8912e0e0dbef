using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Accounts.DisableAccount;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.DisableAccount;

public sealed class DisableAccountHandlerTests
{
    private readonly AccountScene _scene = new();

    [Theory]
    [MemberData(nameof(AccountScene.Members), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenItIsShut_ShouldEndItsSessionsAndNobodyElses(Role role)
    {
        var (administrator, account) = (_scene.Add(Role.Administrator), _scene.Add(role));
        var (own, _, _) = (_scene.Open(administrator), _scene.Open(account), _scene.Open(account));

        var result = await HandleAsync(AccountScene.SignedIn(administrator, own), account, disable: true);

        Assert.Equal(account with { DisabledAt = AccountScene.Noon }, result.Value);
        Assert.Equal(result.Value, _scene.Now(account));
        Assert.Equal([own], _scene.Access.Sessions);
        Assert.Equal((administrator.Id, AuditAction.AccountDisabled, account.Email, null), _scene.Audited());
    }

    [Fact]
    public async Task Handle_WhenItIsOpened_ShouldForgetItsFailures()
    {
        var account = _scene.Add(
            change: it => it with { DisabledAt = AccountScene.Noon, FailedSignIns = 4, LockedUntil = AccountScene.Noon.AddMinutes(5) });

        var result = await HandleAsync(Actors.Administrator, account, disable: false);

        Assert.Equal(account with { DisabledAt = null, FailedSignIns = 0, LockedUntil = null }, result.Value);
        Assert.Equal((Actors.Administrator.Account, AuditAction.AccountEnabled, account.Email, null), _scene.Audited());
    }

    [Fact]
    public async Task Handle_WhenAnybodyElseAsks_ShouldRefuse()
    {
        var account = _scene.Add();

        foreach (var actor in AccountScene.NotAdministering(_scene.Add(Role.Administrator)).Append(AccountScene.SignedIn(account)))
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor, account, disable: true)).Status);
        }

        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenItIsTheLastAdministrator_ShouldRefuseAndLeaveTheSessions()
    {
        var administrator = _scene.Add(Role.Administrator);
        var session = _scene.Open(administrator);

        var result = await HandleAsync(AccountScene.SignedIn(administrator, session), administrator, disable: true);

        Assert.Equal((ErrorCode.LastAdministrator, "role"), Refused.By(result));
        Assert.Equal([session], _scene.Access.Sessions);
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenFiftyShutTwoAdministratorsAtOnce_ShouldLeaveOne()
    {
        Account[] administrators = [_scene.Add(Role.Administrator), _scene.Add(Role.Administrator)];

        var results = await AccountScene.FiftyAtOnceAsync(i => HandleAsync(Actors.Administrator, administrators[i % 2], disable: true));

        Assert.Single(_scene.Access.Accounts, account => account.IsActiveAdministrator);
        Assert.Contains(results, result => result.Status == ResultStatus.Invalid);
        Assert.Equal(results.Count(result => result.IsSuccess), _scene.Access.Entries.Count);
    }

    [Fact]
    public async Task Handle_WhenThereIsNoSuchAccount_ShouldNotFindIt()
    {
        Assert.Equal(ResultStatus.NotFound, (await HandleAsync(Actors.Administrator, _scene.Add() with { Id = new AccountId(9) }, disable: true)).Status);
        _scene.AssertUntouched();
    }

    [Theory]
    [MemberData(nameof(AccountScene.AccountFaults), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenNothingCanBeWritten_ShouldSaySoAndEndNoSession(AccountOutcome outcome, ErrorCode code)
    {
        var account = _scene.Add();
        var session = _scene.Open(account);
        _scene.Access.AccountsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync(Actors.Administrator, account, disable: true)));
        Assert.Equal([session], _scene.Access.Sessions);
        _scene.AssertUntouched();
    }

    private Task<Result<Account>> HandleAsync(Actor actor, Account account, bool disable) =>
        new DisableAccountHandler(_scene.Access, _scene.Access, _scene.Audit, _scene.Clock).Handle(
            new DisableAccountCommand(actor, account.Id, disable), CancellationToken.None);
}
