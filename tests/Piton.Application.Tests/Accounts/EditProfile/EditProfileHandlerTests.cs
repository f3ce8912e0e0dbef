using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Accounts.EditProfile;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.EditProfile;

public sealed class EditProfileHandlerTests
{
    private readonly AccountScene _scene = new();

    [Theory]
    [MemberData(nameof(AccountScene.Members), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenTheNameIsGood_ShouldChangeItAndNothingElse(Role role)
    {
        var (account, other) = (_scene.Add(role), _scene.Add());

        var result = await HandleAsync(AccountScene.SignedIn(account), " <b>Ana</b> ");

        Assert.Equal(account with { Name = "<b>Ana</b>" }, result.Value);
        Assert.Equal(result.Value, _scene.Now(account));
        Assert.Equal(other, _scene.Now(other));
        Assert.Equal((account.Id, AuditAction.ProfileChanged, null, null), _scene.Audited());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u200b")]
    public async Task Handle_WhenTheNameIsBlank_ShouldRefuse(string? name)
    {
        Assert.Equal((ErrorCode.NameBlank, "name"), Refused.By(await HandleAsync(AccountScene.SignedIn(_scene.Add()), name)));
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenTheNameIsLong_ShouldCountItWithoutTheSpacesAroundIt()
    {
        var actor = AccountScene.SignedIn(_scene.Add());

        Assert.True((await HandleAsync(actor, $" {new string('a', Account.MaxNameLength)} ")).IsSuccess);
        Assert.Equal((ErrorCode.TextTooLong, "name"), Refused.By(await HandleAsync(actor, new string('a', Account.MaxNameLength + 1))));
    }

    [Fact]
    public async Task Handle_WhenNotSignedInByHand_ShouldRefuse()
    {
        foreach (var actor in AccountScene.NotByHand(_scene.Add()))
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor, "Ana")).Status);
        }

        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenTheAccountIsGone_ShouldNotFindIt()
    {
        Assert.Equal(ResultStatus.NotFound, (await HandleAsync(Actors.Visitor, "Ana")).Status);
        _scene.AssertUntouched();
    }

    [Theory]
    [MemberData(nameof(AccountScene.AccountFaults), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenNothingCanBeWritten_ShouldSaySoAndWriteNothingDown(AccountOutcome outcome, ErrorCode code)
    {
        var account = _scene.Add();
        _scene.Access.AccountsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync(AccountScene.SignedIn(account), "Ana")));
        _scene.AssertUntouched();
    }

    private Task<Result<Account>> HandleAsync(Actor actor, string? name) =>
        new EditProfileHandler(_scene.Access, _scene.Audit).Handle(new EditProfileCommand(actor, name), CancellationToken.None);
}
