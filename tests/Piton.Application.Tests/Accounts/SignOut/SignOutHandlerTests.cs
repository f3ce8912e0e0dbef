using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Accounts.SignOut;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.SignOut;

public sealed class SignOutHandlerTests
{
    private readonly AccountScene _scene = new();

    [Fact]
    public async Task Handle_WhenSignedIn_ShouldEndThatSessionAlone()
    {
        var account = _scene.Add();
        var (here, elsewhere) = (_scene.Open(account, "key"), _scene.Open(account));

        Assert.True((await HandleAsync(AccountScene.SignedIn(account, here))).Value);

        Assert.Equal([elsewhere], _scene.Access.Sessions);
        Assert.Null(await _scene.Access.FindAsync(SecretKey.HashOf("key"), CancellationToken.None));
        Assert.Equal((account.Id, AuditAction.SignedOut, null, null), _scene.Audited());
    }

    [Fact]
    public async Task Handle_WhenThereIsNoSession_ShouldDoNothing()
    {
        var account = _scene.Add();
        _scene.Open(account);

        foreach (var actor in AccountScene.NotByHand(account))
        {
            Assert.False((await HandleAsync(actor)).Value);
        }

        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenTheSessionIsOverAlready_ShouldBeSignedOutAllTheSame()
    {
        var account = _scene.Add();
        var session = _scene.Open(account);
        _scene.Clock.Advance(TimeSpan.FromHours(12));

        Assert.True((await HandleAsync(AccountScene.SignedIn(account, session))).Value);
    }

    [Theory]
    [MemberData(nameof(AccountScene.SessionFaults), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenNothingCanBeWritten_ShouldSaySo(SessionOutcome outcome, ErrorCode code)
    {
        var account = _scene.Add();
        var session = _scene.Open(account);
        _scene.Access.SessionsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync(AccountScene.SignedIn(account, session))));
        _scene.AssertUntouched();
    }

    private Task<Result<bool>> HandleAsync(Actor actor) =>
        new SignOutHandler(_scene.Access, _scene.Audit).Handle(new SignOutCommand(actor), CancellationToken.None);
}
