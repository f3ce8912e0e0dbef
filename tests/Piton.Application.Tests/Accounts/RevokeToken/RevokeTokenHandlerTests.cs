using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Accounts.RevokeToken;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.RevokeToken;

public sealed class RevokeTokenHandlerTests
{
    private static readonly ApiToken First = new(new TokenId(1), "laptop", SecretKey.HashOf("first"), TokenScopes.Read, AccountScene.Noon);
    private static readonly ApiToken Second = First with { Id = new TokenId(2), Hash = SecretKey.HashOf("second") };

    private readonly AccountScene _scene = new();

    [Theory]
    [InlineData(Role.Visitor)]
    [InlineData(Role.Janitor)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Administrator)]
    public async Task Handle_WhenItIsOnesOwn_ShouldForgetThatTokenAlone(Role role)
    {
        var account = WithTokens(role);

        var result = await HandleAsync(AccountScene.SignedIn(account), null, First.Id);

        Assert.Equal(account with { Tokens = [Second] }, result.Value);
        Assert.Equal(result.Value, _scene.Now(account));
        Assert.Null(await _scene.Access.FindByTokenAsync(First.Hash, CancellationToken.None));
        Assert.Equal((account.Id, AuditAction.TokenRevoked, account.Email, $"{First.Id}"), _scene.Audited());
    }

    [Fact]
    public async Task Handle_WhenPitonItselfAsks_ShouldForgetAnybodys()
    {
        var account = WithTokens();

        Assert.Equal([Second], (await HandleAsync(Actor.System, account.Id, First.Id)).Value.Tokens);
        Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(Actor.System, null, First.Id)).Status);
    }

    [Fact]
    public async Task Handle_WhenItIsAnothers_ShouldRefuseOrNotFindIt()
    {
        var (account, administrator) = (WithTokens(), _scene.Add(Role.Administrator));

        Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(AccountScene.SignedIn(administrator), account.Id, First.Id)).Status);
        Assert.Equal(ResultStatus.NotFound, (await HandleAsync(AccountScene.SignedIn(administrator), null, First.Id)).Status);
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenNotApprovedOrNotSignedInByHand_ShouldRefuse()
    {
        var account = WithTokens();
        Actor[] actors = [Actor.Anonymous, AccountScene.SignedIn(_scene.Add(Role.Pending)), .. AccountScene.ByToken(account)];

        foreach (var actor in actors)
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor, null, First.Id)).Status);
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor, account.Id, First.Id)).Status);
        }

        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenFiftyRevokeItAtOnce_ShouldWriteItDownOnce()
    {
        var account = WithTokens();

        var results = await AccountScene.FiftyAtOnceAsync(_ => HandleAsync(AccountScene.SignedIn(account), null, First.Id));

        Assert.Single(results, result => result.IsSuccess);
        Assert.Equal(49, results.Count(result => result.Status == ResultStatus.NotFound));
        Assert.Single(_scene.Access.Entries);
    }

    [Theory]
    [MemberData(nameof(AccountScene.AccountFaults), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenNothingCanBeWritten_ShouldSaySo(AccountOutcome outcome, ErrorCode code)
    {
        var account = WithTokens();
        _scene.Access.AccountsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync(AccountScene.SignedIn(account), null, First.Id)));
        _scene.AssertUntouched();
    }

    private Account WithTokens(Role role = Role.Visitor) => _scene.Add(role, it => it with { Tokens = [First, Second] });

    private Task<Result<Account>> HandleAsync(Actor actor, AccountId? account, TokenId token) =>
        new RevokeTokenHandler(_scene.Access, _scene.Audit).Handle(new RevokeTokenCommand(actor, account, token), CancellationToken.None);
}
