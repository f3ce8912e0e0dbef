using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Accounts.ChangeRole;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.ChangeRole;

public sealed class ChangeRoleHandlerTests
{
    private readonly AccountScene _scene = new();

    [Theory]
    [MemberData(nameof(AccountScene.Members), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenAnAdministratorAsks_ShouldGiveAnyRole(Role role)
    {
        var (administrator, account) = (_scene.Add(Role.Administrator), _scene.Add(Role.Pending));

        var result = await HandleAsync(AccountScene.SignedIn(administrator), account, role.Name());

        Assert.Equal(account with { Role = role }, result.Value);
        Assert.Equal(result.Value, _scene.Now(account));
        Assert.Equal((administrator.Id, AuditAction.RoleChanged, account.Email, $"pending to {role.Name()}"), _scene.Audited());
    }

    [Fact]
    public async Task Handle_WhenPitonItselfAsks_ShouldChangeIt() =>
        Assert.Equal(Role.Janitor, (await HandleAsync(Actor.System, _scene.Add(), "janitor")).Value.Role);

    [Fact]
    public async Task Handle_WhenAnybodyElseAsks_ShouldRefuseEvenForThemselves()
    {
        var (administrator, visitor) = (_scene.Add(Role.Administrator), _scene.Add());

        foreach (var actor in AccountScene.NotAdministering(administrator).Append(AccountScene.SignedIn(visitor)))
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor, visitor, "administrator")).Status);
        }

        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenItIsTheLastAdministrator_ShouldRefuse()
    {
        var administrator = _scene.Add(Role.Administrator);
        _scene.Add(Role.Administrator, it => it with { DisabledAt = AccountScene.Noon });

        var result = await HandleAsync(Actor.System, administrator, "visitor");

        Assert.Equal((ErrorCode.LastAdministrator, "role"), Refused.By(result));
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenItIsOnesOwn_ShouldRefuseToTakeItAway()
    {
        var administrator = _scene.Add(Role.Administrator);
        _scene.Add(Role.Administrator);

        Assert.Equal((ErrorCode.OwnRole, "role"), Refused.By(await HandleAsync(AccountScene.SignedIn(administrator), administrator, "moderator")));
        Assert.True((await HandleAsync(AccountScene.SignedIn(administrator), administrator, "administrator")).IsSuccess);
        Assert.Equal(administrator, _scene.Now(administrator));
    }

    [Fact]
    public async Task Handle_WhenFiftyDemoteTwoAdministratorsAtOnce_ShouldLeaveOne()
    {
        Account[] administrators = [_scene.Add(Role.Administrator), _scene.Add(Role.Administrator)];

        var results = await AccountScene.FiftyAtOnceAsync(i => HandleAsync(AccountScene.SignedIn(administrators[i % 2]), administrators[(i + 1) % 2], "visitor"));

        Assert.Single(_scene.Access.Accounts, account => account.IsActiveAdministrator);
        Assert.Contains(results, result => result.Status == ResultStatus.Invalid);
        Assert.Equal(results.Count(result => result.IsSuccess), _scene.Access.Entries.Count);
    }

    [Fact]
    public async Task Handle_WhenThereIsNoSuchAccount_ShouldNotFindIt()
    {
        Assert.Equal(ResultStatus.NotFound, (await HandleAsync(Actors.Administrator, _scene.Add() with { Id = new AccountId(9) }, "visitor")).Status);
        _scene.AssertUntouched();
    }

    [Theory]
    [MemberData(nameof(AccountScene.AccountFaults), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenNothingCanBeWritten_ShouldSaySo(AccountOutcome outcome, ErrorCode code)
    {
        var account = _scene.Add();
        _scene.Access.AccountsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync(Actors.Administrator, account, "janitor")));
        _scene.AssertUntouched();
    }

    private Task<Result<Account>> HandleAsync(Actor actor, Account account, string role) =>
        new ChangeRoleHandler(_scene.Access, _scene.Audit).Handle(new ChangeRoleCommand(actor, account.Id, role), CancellationToken.None);
}
