using Ardalis.Result;
using Piton.Application.Accounts.CheckToken;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.CheckToken;

public sealed class CheckTokenHandlerTests
{
    private readonly AccountScene _scene = new();

    [Fact]
    public async Task Handle_WhenTheTokenIsOnesOwnAndUploads_ShouldGiveIt()
    {
        var (account, key) = Put(TokenScopes.Upload | TokenScopes.Read);

        var result = await HandleAsync(new Actor(account.Role, account.Id), $" {key}\n");

        Assert.Equal(account.Tokens.Single(), result.Value);
    }

    [Fact]
    public async Task Handle_WhenTheTokenIsNoneOfTheirsThatUploads_ShouldRefuse()
    {
        var (account, key) = Put(TokenScopes.Read);
        var (_, others) = Put(TokenScopes.Upload);
        var (expired, old) = Put(TokenScopes.Upload, AccountScene.Noon);

        Assert.Equal((ErrorCode.WrongToken, "token"), Refused.By(await HandleAsync(new Actor(account.Role, account.Id), key)));
        Assert.Equal((ErrorCode.WrongToken, "token"), Refused.By(await HandleAsync(new Actor(account.Role, account.Id), others)));
        Assert.Equal((ErrorCode.WrongToken, "token"), Refused.By(await HandleAsync(new Actor(account.Role, account.Id), null)));
        Assert.Equal((ErrorCode.WrongToken, "token"), Refused.By(await HandleAsync(new Actor(expired.Role, expired.Id), old)));
    }

    [Fact]
    public async Task Handle_WhenNobodyAsksByHand_ShouldRefuse()
    {
        var (account, key) = Put(TokenScopes.Upload);

        foreach (var actor in AccountScene.NotByHand(account))
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor, key)).Status);
        }
    }

    private Task<Result<ApiToken>> HandleAsync(Actor actor, string? key) =>
        new CheckTokenHandler(_scene.Access, _scene.Clock).Handle(new CheckTokenQuery(actor, key), CancellationToken.None);

    private (Account Account, string Key) Put(TokenScopes scopes, DateTimeOffset? expiresAt = null)
    {
        var key = SecretKey.New();
        var id = AccountId.New();
        var account = new Account
        {
            Id = id,
            Email = $"{id}@example.org",
            Name = "Ana",
            Role = Role.Visitor,
            PasswordHash = "-",
            SecurityStamp = "-",
            CreatedAt = AccountScene.Noon,
            Tokens = [new ApiToken(TokenId.New(), "ShareX", SecretKey.HashOf(key), scopes, AccountScene.Noon, expiresAt)],
        };
        return (_scene.Access.Put(account), key);
    }
}
