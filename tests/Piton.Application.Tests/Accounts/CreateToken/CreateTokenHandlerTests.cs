using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Accounts.CreateToken;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.CreateToken;

public sealed class CreateTokenHandlerTests
{
    private readonly AccountScene _scene = new();

    [Theory]
    [InlineData(Role.Visitor)]
    [InlineData(Role.Janitor)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Administrator)]
    public async Task Handle_WhenItIsOnesOwn_ShouldMakeATokenThatIsFoundByItsKey(Role role)
    {
        var account = _scene.Add(role);

        var made = (await HandleAsync(AccountScene.SignedIn(account), days: 30)).Value;

        Assert.Equal([made.Token], _scene.Now(account).Tokens);
        Assert.Equal(_scene.Now(account), await _scene.Access.FindByTokenAsync(SecretKey.HashOf(made.Key), CancellationToken.None));
        Assert.Equal(("laptop", TokenScopes.Read | TokenScopes.Upload), (made.Token.Name, made.Token.Scopes));
        Assert.Equal((AccountScene.Noon, AccountScene.Noon.AddDays(30), null), (made.Token.CreatedAt, made.Token.ExpiresAt, made.Token.LastUsedAt));
        Assert.Equal((account.Id, AuditAction.TokenCreated, account.Email, $"{made.Token.Id}: read,upload"), _scene.Audited());
    }

    [Fact]
    public async Task Handle_WhenNoDaysAreGiven_ShouldNeverExpire() =>
        Assert.Null((await HandleAsync(AccountScene.SignedIn(_scene.Add()))).Value.Token.ExpiresAt);

    [Fact]
    public async Task Handle_WhenWrittenDown_ShouldHoldNoKey()
    {
        var made = (await HandleAsync(AccountScene.SignedIn(_scene.Add()))).Value;

        _scene.AssertNowhere(made.Key);
        _scene.AssertNowhere(made.Token.Hash.ToString());
        Assert.DoesNotContain(made.Key, made.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handle_WhenPitonItselfAsks_ShouldMakeOneForAnyAccount()
    {
        var account = _scene.Add();

        var made = (await HandleAsync(Actor.System, account.Id)).Value;

        Assert.Equal([made.Token], _scene.Now(account).Tokens);
        Assert.Equal(ResultStatus.NotFound, (await HandleAsync(Actor.System, new AccountId(9))).Status);
        Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(Actor.System)).Status);
        Assert.Single(_scene.Access.Entries);
    }

    [Fact]
    public async Task Handle_WhenItIsAnothers_ShouldRefuseEvenAnAdministrator()
    {
        var (administrator, other) = (_scene.Add(Role.Administrator), _scene.Add());

        Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(AccountScene.SignedIn(administrator), other.Id)).Status);
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenNotApprovedOrNotSignedInByHand_ShouldRefuse()
    {
        var account = _scene.Add();
        Actor[] actors = [Actor.Anonymous, AccountScene.SignedIn(_scene.Add(Role.Pending)), .. AccountScene.ByToken(account)];

        foreach (var actor in actors)
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor)).Status);
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor, account.Id)).Status);
        }

        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenFiftyAreMadeAtOnceBesideTen_ShouldStopAtFifty()
    {
        var account = _scene.Add();
        for (var i = 0; i < 10; i++)
        {
            await HandleAsync(AccountScene.SignedIn(account));
        }

        var results = await AccountScene.FiftyAtOnceAsync(_ => HandleAsync(AccountScene.SignedIn(account)));

        Assert.Equal(40, results.Count(result => result.IsSuccess));
        Assert.All(results.Where(result => !result.IsSuccess), result => Assert.Equal((ErrorCode.TooManyTokens, "name"), Refused.By(result)));
        Assert.Equal(50, _scene.Now(account).Tokens.Count);
        Assert.Equal(50, _scene.Access.Entries.Count);
    }

    [Theory]
    [MemberData(nameof(AccountScene.AccountFaults), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenNothingCanBeWritten_ShouldSaySoAndWriteNothingDown(AccountOutcome outcome, ErrorCode code)
    {
        var account = _scene.Add();
        _scene.Access.AccountsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync(AccountScene.SignedIn(account))));
        _scene.AssertUntouched();
    }

    private Task<Result<NewToken>> HandleAsync(Actor actor, AccountId? account = null, int? days = null) =>
        new CreateTokenHandler(_scene.Access, _scene.Audit, _scene.Clock).Handle(
            new CreateTokenCommand(actor, account, " laptop ", ["upload", "read"], days), CancellationToken.None);
}
