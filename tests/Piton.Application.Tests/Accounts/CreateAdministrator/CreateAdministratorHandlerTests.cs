using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Accounts.CreateAdministrator;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.CreateAdministrator;

public sealed class CreateAdministratorHandlerTests
{
    private readonly AccountScene _scene = new();

    [Fact]
    public async Task Handle_WhenPitonItselfAsks_ShouldMakeAnAdministrator()
    {
        var result = await HandleAsync(Actor.System);

        Assert.Equal(("ana@example.org", "Ana", Role.Administrator), (result.Value.Email, result.Value.Name, result.Value.Role));
        Assert.Equal(result.Value, Assert.Single(_scene.Access.Accounts));
        Assert.Equal((null, AuditAction.AdministratorCreated, "ana@example.org", null), _scene.Audited());
        Assert.Equal("Piton", _scene.Access.Entries[0].Name);
        _scene.AssertNowhere(AccountScene.Password);
    }

    [Fact]
    public async Task Handle_WhenAnybodyElseAsks_ShouldRefuse()
    {
        foreach (var actor in AccountScene.NotAdministering(_scene.Add(Role.Administrator)))
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor)).Status);
        }

        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenTheAddressIsTaken_ShouldRefuse()
    {
        _scene.Add(change: it => it with { Email = "ANA@example.org" });

        Assert.Equal((ErrorCode.EmailTaken, "email"), Refused.By(await HandleAsync(Actor.System)));
        _scene.AssertUntouched();
    }

    [Theory]
    [MemberData(nameof(AccountScene.BadPasswords), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenThePasswordIsBad_ShouldRefuse(string? password, ErrorCode code)
    {
        Assert.Equal((code, "password"), Refused.By(await HandleAsync(Actor.System, password)));
        _scene.AssertUntouched();
    }

    [Theory]
    [MemberData(nameof(AccountScene.AccountFaults), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenNothingCanBeWritten_ShouldSaySo(AccountOutcome outcome, ErrorCode code)
    {
        _scene.Access.AccountsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync(Actor.System)));
        _scene.AssertUntouched();
    }

    private Task<Result<Account>> HandleAsync(Actor actor, string? password = AccountScene.Password) =>
        new CreateAdministratorHandler(_scene.Making, _scene.Audit).Handle(
            new CreateAdministratorCommand(actor, "ana@example.org", "Ana", password), CancellationToken.None);
}
