using Ardalis.Result;
using Piton.Application.Accounts.ListSessions;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.ListSessions;

public sealed class ListSessionsHandlerTests
{
    private readonly AccountScene _scene = new();

    [Theory]
    [MemberData(nameof(AccountScene.Members), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenSignedIn_ShouldGiveOnesOwnTheOneUsedLastFirst(Role role)
    {
        var (account, other) = (_scene.Add(role), _scene.Add());
        var first = _scene.Open(account);
        _scene.Clock.Advance(TimeSpan.FromHours(1));
        var (second, _) = (_scene.Open(account), _scene.Open(other));

        Assert.Equal([second, first], (await HandleAsync(AccountScene.SignedIn(account))).Value);

        _scene.Clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal([second], (await HandleAsync(AccountScene.SignedIn(account))).Value);
    }

    [Fact]
    public async Task Handle_WhenNotSignedInByHand_ShouldRefuse()
    {
        foreach (var actor in AccountScene.NotByHand(_scene.Add()))
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor)).Status);
        }
    }

    private Task<Result<IReadOnlyList<Session>>> HandleAsync(Actor actor) =>
        new ListSessionsHandler(_scene.Access).Handle(new ListSessionsQuery(actor), CancellationToken.None);
}
