using Ardalis.Result;
using NSubstitute;
using Piton.Application.Accounts;
using Piton.Application.Accounts.SignIn;
using Piton.Application.Refusals;
using Piton.Application.Tests.Behaviors;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.SignIn;

public sealed class SignInHandlerTests
{
    private static readonly Actor Asking = Actor.Anonymous with { Address = "192.0.2.7" };

    private readonly AccountScene _scene = new();

    [Theory]
    [MemberData(nameof(AccountScene.Members), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenThePasswordIsRight_ShouldBeginASession(Role role)
    {
        var account = _scene.Add(role);

        var step = (await HandleAsync(" SOMEBODY1@example.org")).Value;

        var opened = Assert.IsType<OpenedSession>(step.Session);
        Assert.Null(step.Ticket);
        Assert.Equal((account, "192.0.2.7", "a browser"), (opened.Account, opened.Session.Address, opened.Session.UserAgent));
        Assert.Equal(opened.Session, await _scene.Access.FindAsync(SecretKey.HashOf(opened.Key), CancellationToken.None));
        Assert.Equal((account.Id, AuditAction.SignedIn, account.Email, null), _scene.Audited());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Handle_WhenToBeRemembered_ShouldBeginASessionThatOutlivesTheBrowser(bool remember)
    {
        _scene.Add();

        var session = (await HandleAsync(remember: remember)).Value.Session!.Session;

        Assert.Equal(remember, session.IsPersistent);
        Assert.Equal(SessionTerms.EndOf(remember, AccountScene.Noon, AccountScene.Noon), session.ExpiresAt);
    }

    [Fact]
    public async Task Handle_WhenSignedInAlready_ShouldBeginAnotherSessionAndEndTheOneBefore()
    {
        var account = _scene.Add();
        var before = _scene.Open(account);

        var opened = (await HandleAsync(actor: AccountScene.SignedIn(account, before))).Value.Session!;

        Assert.NotEqual(before.Id, opened.Session.Id);
        Assert.NotEqual(before.KeyHash, opened.Session.KeyHash);
        Assert.Equal([opened.Session.Id], _scene.SessionsOf(account));
    }

    [Fact]
    public async Task Handle_WhenThePasswordIsRight_ShouldForgetTheFailuresBefore()
    {
        var account = _scene.Add(change: it => it with { FailedSignIns = 9, LockedUntil = AccountScene.Noon });

        Assert.True((await HandleAsync()).IsSuccess);

        Assert.Equal(account with { FailedSignIns = 0, LockedUntil = null }, _scene.Now(account));
    }

    [Fact]
    public async Task Handle_WhenUnknownLockedOrWrong_ShouldAnswerTheSameAfterTheSameWork()
    {
        _scene.Add();
        _scene.Add(change: it => it with { LockedUntil = AccountScene.Noon.AddTicks(1) });
        _scene.Add(change: it => it with { PasswordHash = null });
        _scene.Add(change: it => it with { DisabledAt = AccountScene.Noon });
        Result<SignInStep>[] results =
        [
            await HandleAsync("somebody1@example.org", "wrong"),
            await HandleAsync("somebody2@example.org"),
            await HandleAsync("somebody3@example.org", ""),
            await HandleAsync("somebody4@example.org", "wrong"),
            await HandleAsync("nobody@example.org"),
            await HandleAsync("no address"),
            await HandleAsync(null, null),
        ];

        Assert.All(results, result => Assert.Equal((ErrorCode.WrongCredentials, "password"), Refused.By(result)));
        Assert.Single(results.Select(result => result.ValidationErrors.Single().ErrorMessage).Distinct());
        Assert.Equal(results.Length, _scene.Credentials.Asked.Count);
        Assert.Empty(_scene.Access.Sessions);
    }

    [Fact]
    public async Task Handle_WhenItFails_ShouldBeWrittenDownUnderTheAddressAlone()
    {
        _scene.Add();

        await HandleAsync("somebody1@example.org", "a secret");
        await HandleAsync("nobody@example.org", "a secret");
        await HandleAsync("a secret typed as the address", null);

        Assert.Equal(["somebody1@example.org", "nobody@example.org", null], _scene.Access.Entries.Select(entry => entry.Subject));
        Assert.All(_scene.Access.Entries, entry => Assert.Equal((null, "sign_in_failed", "192.0.2.7"), (entry.Account, entry.Action, entry.Address)));
        _scene.AssertNowhere("a secret");
    }

    [Fact]
    public async Task Handle_WhenTenWereWrong_ShouldRefuseTheRightOneForFiveMinutes()
    {
        var account = _scene.Add();
        for (var i = 0; i < 9; i++)
        {
            await HandleAsync(password: "wrong");
        }

        Assert.Equal(account with { FailedSignIns = 9 }, _scene.Now(account));
        await HandleAsync(password: "wrong");
        var locked = _scene.Now(account);
        Assert.Equal(account with { LockedUntil = AccountScene.Noon.AddMinutes(5) }, locked);

        _scene.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.Equal((ErrorCode.WrongCredentials, "password"), Refused.By(await HandleAsync()));
        Assert.Equal(locked, _scene.Now(account));

        _scene.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.True((await HandleAsync()).IsSuccess);
    }

    [Fact]
    public async Task Handle_WhenOthersLockedTheAccount_ShouldLetInAKnownBrowser()
    {
        var account = _scene.Add(change: it => it with { LockedUntil = AccountScene.Noon.AddMinutes(5) });
        var browser = _scene.Browsers.Remember(account);

        Assert.Equal((ErrorCode.WrongCredentials, "password"), Refused.By(await HandleAsync()));
        Assert.True((await HandleAsync(knownBrowser: browser)).IsSuccess);
    }

    [Fact]
    public async Task Handle_WhenAKnownBrowserWasWrongTenTimes_ShouldRefuseTheRightOneThereAlone()
    {
        var account = _scene.Add();
        var browser = _scene.Browsers.Remember(account);
        for (var i = 0; i < LockOut.MaxFailures; i++)
        {
            await HandleAsync(password: "wrong", knownBrowser: browser);
        }

        Assert.Equal((ErrorCode.WrongCredentials, "password"), Refused.By(await HandleAsync(knownBrowser: browser)));
        Assert.True((await HandleAsync()).IsSuccess);
    }

    [Fact]
    public async Task Handle_WhenWhatTheBrowserShowsIsOfAnotherAccountPasswordOrTime_ShouldCountItAsUnknown()
    {
        var (account, other) = (_scene.Add(), _scene.Add());
        string[] worthless =
        [
            "made up",
            _scene.Browsers.Remember(other),
            _scene.Browsers.Remember(account with { SecurityStamp = "that of the password before" }),
            _scene.Tickets.Issue(TicketUse.SecondFactor, account, AccountScene.Noon.AddDays(1)),
            _scene.Tickets.Issue(TicketUse.KnownBrowser, account, AccountScene.Noon),
        ];

        foreach (var browser in worthless)
        {
            await HandleAsync(password: "wrong", knownBrowser: browser);
        }

        Assert.Equal(account with { FailedSignIns = worthless.Length }, _scene.Now(account));
    }

    [Fact]
    public async Task Handle_WhenThePasswordIsWrong_ShouldNotWaitForOneFlushAfterTheOther()
    {
        var account = _scene.Add();
        var written = new TaskCompletionSource<AuditOutcome>();
        var log = Substitute.For<IAuditLog>();
        log.AppendAsync(default!, default).ReturnsForAnyArgs(written.Task);
        _scene.Access.BeforeWrite = () => written.SetResult(AuditOutcome.Done);

        // The entry is written once the account is on its way, and not before.
        await HandleAsync(password: "wrong", audit: new Audit(log, _scene.Clock, new CollectingLogger<Audit>(_scene.Log))).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(account with { FailedSignIns = 1 }, _scene.Now(account));
    }

    [Fact]
    public async Task Handle_WhenFiftyAreWrongAtOnce_ShouldLockTheAccountOnce()
    {
        var (account, other) = (_scene.Add(), _scene.Add());

        await AccountScene.FiftyAtOnceAsync(_ => HandleAsync(password: "wrong"));

        Assert.Equal(account with { LockedUntil = AccountScene.Noon.AddMinutes(5) }, _scene.Now(account));
        Assert.Equal(10, _scene.Access.Writes);
        Assert.Equal(other, _scene.Now(other));
        Assert.Equal(50, _scene.Access.Entries.Count);
    }

    [Fact]
    public async Task Handle_WhenTheAccountIsLockedWhileThePasswordIsHashed_ShouldRefuseTheRightOne()
    {
        var account = _scene.Add(change: it => it with { FailedSignIns = 9 });
        var locked = account.Fail(AccountScene.Noon, isKnown: false);
        _scene.Credentials.Meanwhile = () => _scene.Access.Put(locked);

        Assert.Equal((ErrorCode.WrongCredentials, "password"), Refused.By(await HandleAsync()));

        Assert.Equal(locked, _scene.Now(account));
        Assert.Empty(_scene.Access.Sessions);
        Assert.Equal([AuditAction.SignInFailed], _scene.Actions());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Handle_WhenThePasswordIsChangedMeanwhile_ShouldRefuseTheOldOne(bool isTwoFactorOn)
    {
        var account = _scene.Add(change: it => it with { IsTwoFactorOn = isTwoFactorOn, AuthenticatorKey = "ANAS" });
        var changed = account with { PasswordHash = FakeCredentials.HashOf("another"), SecurityStamp = "another" };
        _scene.Credentials.Meanwhile = () => _scene.Access.Put(changed);

        Assert.Equal((ErrorCode.WrongCredentials, "password"), Refused.By(await HandleAsync()));

        Assert.Empty(_scene.Access.Sessions);
        Assert.Equal(0, _scene.Tickets.Issued);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Handle_WhenTheAccountIsDisabled_ShouldSaySoToWhoeverKnowsThePasswordAndWriteItDown(bool isTwoFactorOn)
    {
        var account = _scene.Add(change: it => it with { DisabledAt = AccountScene.Noon, IsTwoFactorOn = isTwoFactorOn });

        Assert.Equal((ErrorCode.AccountDisabled, "email"), Refused.By(await HandleAsync()));

        Assert.Empty(_scene.Access.Sessions);
        Assert.Equal(0, _scene.Tickets.Issued);
        Assert.Equal((null, AuditAction.SignInFailed, account.Email, "disabled"), _scene.Audited());
    }

    [Theory]
    [InlineData(false, TicketUse.SecondFactor)]
    [InlineData(true, TicketUse.SecondFactorRemembered)]
    public async Task Handle_WhenTheSecondFactorIsOn_ShouldGiveATicketForTenMinutesAndNoSession(bool remember, TicketUse use)
    {
        var account = _scene.Access.Put(_scene.AddWithTwoFactor() with { FailedSignIns = 5 });

        var step = (await HandleAsync(remember: remember)).Value;

        Assert.Null(step.Session);
        Assert.Equal(new AccountTicket(account.Id, account.SecurityStamp), _scene.Tickets.Read(use, step.Ticket!));
        Assert.All(Enum.GetValues<TicketUse>().Where(other => other != use), other => Assert.Null(_scene.Tickets.Read(other, step.Ticket!)));
        Assert.DoesNotContain(step.Ticket!, step.ToString(), StringComparison.Ordinal);
        _scene.AssertUntouched();

        _scene.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(_scene.Tickets.Read(use, step.Ticket!));
    }

    [Theory]
    [MemberData(nameof(AccountScene.SessionFaults), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenTheSessionCannotBeWritten_ShouldSaySo(SessionOutcome outcome, ErrorCode code)
    {
        _scene.Add();
        _scene.Access.SessionsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync()));
        _scene.AssertUntouched();
    }

    [Theory]
    [InlineData(AccountOutcome.DiskFull)]
    [InlineData(AccountOutcome.ReadOnly)]
    public async Task Handle_WhenTheAccountsTakeNoChange_ShouldLetInAndRefuseAllTheSame(AccountOutcome outcome)
    {
        _scene.Add();
        _scene.Access.AccountsEnd = outcome;

        Assert.True((await HandleAsync()).IsSuccess);
        Assert.Equal((ErrorCode.WrongCredentials, "password"), Refused.By(await HandleAsync(password: "wrong")));
        Assert.Equal([AuditAction.SignedIn, AuditAction.SignInFailed], _scene.Actions());
    }

    [Fact]
    public async Task Handle_WhenItSucceeds_ShouldHoldNoSecretInWhatIsWrittenDown()
    {
        _scene.Add();

        var step = (await HandleAsync()).Value;

        _scene.AssertNowhere(AccountScene.Password);
        _scene.AssertNowhere(step.Session!.Key);
        Assert.DoesNotContain(step.Session.Key, $"{step} {step.Session}", StringComparison.Ordinal);
    }

    private Task<Result<SignInStep>> HandleAsync(
        string? email = "somebody1@example.org", string? password = AccountScene.Password, bool remember = false, Actor? actor = null, string? knownBrowser = null, Audit? audit = null) =>
        new SignInHandler(_scene.Access, _scene.Credentials, _scene.Tickets, _scene.Browsers, _scene.Opening, audit ?? _scene.Audit, _scene.Clock).Handle(
            new SignInCommand(actor ?? Asking, email, password, remember, "a browser") { KnownBrowser = knownBrowser }, CancellationToken.None);
}
