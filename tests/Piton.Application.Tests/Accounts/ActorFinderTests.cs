using Piton.Application.Accounts;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts;

public sealed class ActorFinderTests
{
    private const string Key = "what the browser or the program shows";

    private readonly AccountScene _scene = new();

    [Theory]
    [MemberData(nameof(AccountScene.Members), MemberType = typeof(AccountScene))]
    public async Task FindBySessionAsync_WhenThereIsOne_ShouldSayWhoItIs(Role role)
    {
        var account = _scene.Add(role);
        var session = _scene.Open(account, Key);

        var actor = await BySessionAsync();

        Assert.Equal(new Actor(role, account.Id) { Name = account.Name, Session = session.Id }, actor);
        Assert.Equal(0, _scene.Access.Writes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("another key")]
    public async Task FindBySessionAsync_WhenThereIsNone_ShouldFindNobody(string key)
    {
        _scene.Open(_scene.Add(), Key);

        Assert.Null(await BySessionAsync(key));
    }

    [Fact]
    public async Task FindBySessionAsync_WhenTheHashIsShown_ShouldFindNobody()
    {
        var session = _scene.Open(_scene.Add(), Key);

        Assert.Null(await BySessionAsync(session.KeyHash.ToString()));
    }

    [Fact]
    public async Task FindBySessionAsync_WhenTheRoleWasChanged_ShouldSayTheNewOneAtOnce()
    {
        var account = _scene.Add(Role.Administrator);
        _scene.Open(account, Key);
        _scene.Access.Put(account with { Role = Role.Visitor });

        Assert.Equal(Role.Visitor, (await BySessionAsync())?.Role);
    }

    [Fact]
    public async Task FindBySessionAsync_WhenThePasswordIsAnotherSince_ShouldFindNobody()
    {
        var account = _scene.Add();
        _scene.Open(account, Key);
        _scene.Access.Put(account with { SecurityStamp = "another" });

        Assert.Null(await BySessionAsync());
    }

    [Fact]
    public async Task FindBySessionAsync_WhenTheAccountIsDisabledOrGone_ShouldFindNobody()
    {
        var account = _scene.Add();
        _scene.Open(account, Key);
        _scene.Open(account with { Id = new AccountId(9) }, "of nobody");
        _scene.Access.Put(account with { DisabledAt = AccountScene.Noon });

        Assert.Null(await BySessionAsync());
        Assert.Null(await BySessionAsync("of nobody"));
        Assert.Equal(0, _scene.Access.Writes);
    }

    [Fact]
    public async Task FindBySessionAsync_WhenItIsUsedNowAndThen_ShouldLastADayAndNoLonger()
    {
        _scene.Open(_scene.Add(), Key);

        for (var hours = 0; hours < 24; hours += 6)
        {
            Assert.NotNull(await BySessionAsync());
            _scene.Clock.Advance(TimeSpan.FromHours(6));
        }

        Assert.Null(await BySessionAsync());
    }

    [Fact]
    public async Task FindBySessionAsync_WhenItIsNotUsedForHalfADay_ShouldFindNobody()
    {
        _scene.Open(_scene.Add(), Key);
        _scene.Clock.Advance(TimeSpan.FromHours(12));

        Assert.Null(await BySessionAsync());
    }

    [Fact]
    public async Task FindBySessionAsync_WhenUsedOften_ShouldKeepItNoFinerThanTheGrain()
    {
        var session = _scene.Open(_scene.Add(), Key);

        for (var minute = 0; minute < 20; minute++)
        {
            await BySessionAsync();
            _scene.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(1, _scene.Access.Writes);
        Assert.Equal(
            [session with { SeenAt = AccountScene.Noon.AddMinutes(10), ExpiresAt = AccountScene.Noon.AddMinutes(10).AddHours(12) }],
            _scene.Access.Sessions);
    }

    [Theory]
    [InlineData(SessionOutcome.DiskFull)]
    [InlineData(SessionOutcome.ReadOnly)]
    public async Task FindBySessionAsync_WhenNothingCanBeWritten_ShouldFindTheActorAllTheSame(SessionOutcome outcome)
    {
        _scene.Open(_scene.Add(), Key);
        _scene.Clock.Advance(TimeSpan.FromHours(1));
        _scene.Access.SessionsEnd = outcome;

        Assert.NotNull(await BySessionAsync());
    }

    [Theory]
    [InlineData(TokenScopes.Read)]
    [InlineData(TokenScopes.Upload)]
    [InlineData(TokenScopes.Manage)]
    [InlineData(TokenScopes.Read | TokenScopes.Upload | TokenScopes.Manage)]
    public async Task FindByTokenAsync_WhenThereIsOne_ShouldSayWhoseItIsAndWhatItIsGoodFor(TokenScopes scopes)
    {
        var account = WithToken(it => it with { Scopes = scopes });

        Assert.Equal(new Actor(account.Role, account.Id) { Name = account.Name, Scopes = scopes }, await ByTokenAsync());
    }

    [Fact]
    public async Task FindByTokenAsync_WhenThereIsNone_ShouldFindNobody()
    {
        var account = WithToken();
        _scene.Open(account, "of a session");

        Assert.Null(await ByTokenAsync(""));
        Assert.Null(await ByTokenAsync("another key"));
        Assert.Null(await ByTokenAsync("of a session"));
        Assert.Null(await BySessionAsync());
        Assert.Null(await ByTokenAsync(account.Tokens[0].Hash.ToString()));
    }

    [Fact]
    public async Task FindByTokenAsync_WhenItHasExpired_ShouldFindNobodyThoughAnotherHasNot()
    {
        WithToken(it => it with { ExpiresAt = AccountScene.Noon.AddHours(1) });
        _scene.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        Assert.NotNull(await ByTokenAsync());

        _scene.Clock.Advance(TimeSpan.FromTicks(1));

        Assert.Null(await ByTokenAsync());
        Assert.NotNull(await ByTokenAsync("another"));
    }

    [Fact]
    public async Task FindByTokenAsync_WhenTheAccountIsDisabledOrTheTokenRevoked_ShouldFindNobody()
    {
        var account = WithToken();

        _scene.Access.Put(account with { DisabledAt = AccountScene.Noon });
        Assert.Null(await ByTokenAsync());

        _scene.Access.Put(account with { Tokens = [account.Tokens[1]] });
        Assert.Null(await ByTokenAsync());
        Assert.NotNull(await ByTokenAsync("another"));
    }

    [Fact]
    public async Task FindByTokenAsync_WhenUsedOften_ShouldKeepWhenNoFinerThanTenMinutesAndOfThatTokenAlone()
    {
        var account = WithToken();

        for (var minute = 0; minute < 20; minute++)
        {
            await ByTokenAsync();
            _scene.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(2, _scene.Access.Writes);
        Assert.Equal([AccountScene.Noon.AddMinutes(10), null], _scene.Now(account).Tokens.Select(token => token.LastUsedAt));
    }

    [Theory]
    [InlineData(AccountOutcome.DiskFull)]
    [InlineData(AccountOutcome.ReadOnly)]
    public async Task FindByTokenAsync_WhenNothingCanBeWritten_ShouldFindTheActorAllTheSame(AccountOutcome outcome)
    {
        WithToken();
        _scene.Access.AccountsEnd = outcome;

        Assert.NotNull(await ByTokenAsync());
    }

    [Theory]
    [InlineData(GalleryAccess.Public, Role.Pending, false)]
    [InlineData(GalleryAccess.SignedIn, Role.Pending, true)]
    [InlineData(GalleryAccess.SignedIn, Role.Visitor, false)]
    public async Task Find_WhenTheGalleryIsForMembers_ShouldShutOutWhoIsNone(GalleryAccess gallery, Role role, bool isShutOut)
    {
        var account = WithToken(role: role);
        _scene.Open(account, Key);

        Assert.Equal(isShutOut, (await BySessionAsync(gallery: gallery))?.IsShutOut);
        Assert.Equal(isShutOut, (await ByTokenAsync(gallery: gallery))?.IsShutOut);
    }

    [Theory]
    [InlineData(GalleryAccess.Public, false)]
    [InlineData(GalleryAccess.SignedIn, true)]
    public void Nobody_WhenAsked_ShouldBeAnonymousAndOutsideWhereTheGalleryIsForMembers(GalleryAccess gallery, bool isShutOut) =>
        Assert.Equal(Actor.Anonymous with { IsShutOut = isShutOut }, Finder(gallery).Nobody);

    private Account WithToken(Func<ApiToken, ApiToken>? change = null, Role role = Role.Visitor)
    {
        var token = new ApiToken(new TokenId(1), "laptop", SecretKey.HashOf(Key), TokenScopes.Read, AccountScene.Noon);
        var another = token with { Id = new TokenId(2), Hash = SecretKey.HashOf("another") };
        return _scene.Add(role, it => it with { Tokens = [change?.Invoke(token) ?? token, another] });
    }

    private ActorFinder Finder(GalleryAccess gallery) =>
        new(_scene.Access, _scene.Access, new AccessPolicy(Gallery: gallery), _scene.Clock);

    private Task<Actor?> BySessionAsync(string key = Key, GalleryAccess gallery = GalleryAccess.Public) =>
        Finder(gallery).FindBySessionAsync(key, CancellationToken.None);

    private Task<Actor?> ByTokenAsync(string key = Key, GalleryAccess gallery = GalleryAccess.Public) =>
        Finder(gallery).FindByTokenAsync(key, CancellationToken.None);
}
