using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts;

public sealed class SessionOpeningTests
{
    private readonly AccountScene _scene = new();

    [Theory]
    [InlineData(false, 12)]
    [InlineData(true, 30 * 24)]
    public async Task OpenAsync_WhenCalled_ShouldKeepTheHashOfTheKeyAndNotTheKey(bool isPersistent, int hours)
    {
        var account = _scene.Add();

        var opened = (await OpenAsync(account, isPersistent)).Value;

        var expected = new Session
        {
            Id = opened.Session.Id,
            KeyHash = SecretKey.HashOf(opened.Key),
            Account = account.Id,
            SecurityStamp = account.SecurityStamp,
            CreatedAt = AccountScene.Noon,
            SeenAt = AccountScene.Noon,
            ExpiresAt = AccountScene.Noon.AddHours(hours),
            IsPersistent = isPersistent,
            Address = "192.0.2.7",
            UserAgent = "a browser",
        };
        Assert.Equal(new OpenedSession(account, expected, opened.Key, opened.KnownBrowser), opened);
        Assert.True(_scene.Browsers.Knows(opened.KnownBrowser, account));
        Assert.Equal([expected], _scene.Access.Sessions);
    }

    [Fact]
    public async Task OpenAsync_WhenWrittenDown_ShouldSayWhoTheyTurnedOutToBe()
    {
        var account = _scene.Add();

        var opened = (await OpenAsync(account)).Value;

        Assert.Equal((account.Id, AuditAction.SignedIn, account.Email, null), _scene.Audited());
        Assert.Equal((account.Name, "192.0.2.7"), (_scene.Access.Entries[0].Name, _scene.Access.Entries[0].Address));
        _scene.AssertNowhere(opened.Key);
        _scene.AssertNowhere($"{opened.Session.KeyHash}");
    }

    [Fact]
    public async Task OpenAsync_WhenFiftyOpenAtOnce_ShouldGiveEachAKeyOfItsOwn()
    {
        var account = _scene.Add();

        var results = await AccountScene.FiftyAtOnceAsync(_ => OpenAsync(account));

        Assert.Equal(50, results.Select(result => result.Value.Key).Distinct().Count());
        Assert.Equal(50, _scene.SessionsOf(account).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(AccountScene.SessionFaults), MemberType = typeof(AccountScene))]
    public async Task OpenAsync_WhenNothingCanBeWritten_ShouldSaySoAndWriteNothingDown(SessionOutcome outcome, ErrorCode code)
    {
        var account = _scene.Add();
        _scene.Access.SessionsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await OpenAsync(account)));
        _scene.AssertUntouched();
    }

    private Task<Result<OpenedSession>> OpenAsync(Account account, bool isPersistent = false) =>
        _scene.Opening.OpenAsync(Actor.Anonymous with { Address = "192.0.2.7" }, account, isPersistent, "a browser", CancellationToken.None);
}
