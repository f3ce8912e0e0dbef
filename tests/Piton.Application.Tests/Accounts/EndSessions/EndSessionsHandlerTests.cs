using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Accounts.EndSessions;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.EndSessions;

public sealed class EndSessionsHandlerTests
{
    private readonly AccountScene _scene = new();

    [Theory]
    [MemberData(nameof(AccountScene.Members), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenNoneIsNamed_ShouldEndAllButTheOneThatAsks(Role role)
    {
        var (account, other) = (_scene.Add(role), _scene.Add());
        var (here, _, _, anothers) = (_scene.Open(account), _scene.Open(account), _scene.Open(account), _scene.Open(other));

        Assert.True((await HandleAsync(AccountScene.SignedIn(account, here), null)).Value);

        Assert.Equal([here, anothers], _scene.Access.Sessions);
        Assert.Equal((account.Id, AuditAction.SessionsEnded, null, null), _scene.Audited());
    }

    [Fact]
    public async Task Handle_WhenOneIsNamed_ShouldEndThatAlone()
    {
        var account = _scene.Add();
        var (here, lost, elsewhere) = (_scene.Open(account), _scene.Open(account), _scene.Open(account));

        Assert.True((await HandleAsync(AccountScene.SignedIn(account, here), lost.Id)).Value);

        Assert.Equal([here, elsewhere], _scene.Access.Sessions);
        Assert.Equal((account.Id, AuditAction.SessionsEnded, $"{lost.Id}", null), _scene.Audited());
    }

    [Fact]
    public async Task Handle_WhenItIsAnothers_ShouldNotFindItEvenForAnAdministrator()
    {
        var (administrator, other) = (_scene.Add(Role.Administrator), _scene.Add());
        var session = _scene.Open(other);

        Assert.Equal(ResultStatus.NotFound, (await HandleAsync(AccountScene.SignedIn(administrator), session.Id)).Status);

        Assert.Equal([session], _scene.Access.Sessions);
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenItHasExpired_ShouldNotFindIt()
    {
        var account = _scene.Add();
        var session = _scene.Open(account);
        _scene.Clock.Advance(TimeSpan.FromHours(12));

        Assert.Equal(ResultStatus.NotFound, (await HandleAsync(AccountScene.SignedIn(account), session.Id)).Status);
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenNotSignedInByHand_ShouldRefuse()
    {
        var account = _scene.Add();
        var session = _scene.Open(account);

        foreach (var actor in AccountScene.NotByHand(account))
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor, null)).Status);
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor, session.Id)).Status);
        }

        _scene.AssertUntouched();
    }

    [Theory]
    [MemberData(nameof(AccountScene.SessionFaults), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenNothingCanBeWritten_ShouldSaySo(SessionOutcome outcome, ErrorCode code)
    {
        var account = _scene.Add();
        var session = _scene.Open(account);
        _scene.Access.SessionsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync(AccountScene.SignedIn(account), null)));
        Assert.Equal(code, Refused.ForNow(await HandleAsync(AccountScene.SignedIn(account), session.Id)));
        _scene.AssertUntouched();
    }

    private Task<Result<bool>> HandleAsync(Actor actor, SessionId? session) =>
        new EndSessionsHandler(_scene.Access, _scene.Audit).Handle(new EndSessionsCommand(actor, session), CancellationToken.None);
}
