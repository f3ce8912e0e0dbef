using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Accounts.ConfirmSignIn;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.ConfirmSignIn;

public sealed class ConfirmSignInHandlerTests
{
    private static readonly Actor Asking = Actor.Anonymous with { Address = "192.0.2.7" };

    private readonly AccountScene _scene = new();
    private readonly Account _account;

    public ConfirmSignInHandlerTests() => _account = _scene.AddWithTwoFactor("aaaaabbbbb", "cccccddddd");

    private string Code => FakeCredentials.CodeOf(_account.AuthenticatorKey!);

    [Theory]
    [InlineData(TicketUse.SecondFactor, false)]
    [InlineData(TicketUse.SecondFactorRemembered, true)]
    public async Task Handle_WhenTheCodeIsRight_ShouldBeginASessionAsTheFirstStepAsked(TicketUse use, bool isPersistent)
    {
        var opened = (await HandleAsync(Ticket(use), Code)).Value;

        Assert.Equal(isPersistent, opened.Session.IsPersistent);
        Assert.Equal((_account.Id, "192.0.2.7", "a browser"), (opened.Session.Account, opened.Session.Address, opened.Session.UserAgent));
        Assert.Equal(opened.Session, await _scene.Access.FindAsync(SecretKey.HashOf(opened.Key), CancellationToken.None));
        Assert.Equal((_account.Id, AuditAction.SignedIn, _account.Email, null), _scene.Audited());
    }

    [Fact]
    public async Task Handle_WhenTheCodeIsRight_ShouldForgetTheFailuresBefore()
    {
        _scene.Access.Put(_account with { FailedSignIns = 9 });

        await HandleAsync(Ticket(), Code);

        Assert.Equal(_account with { LastTotpStep = FakeCredentials.Now }, _scene.Now(_account));
    }

    [Fact]
    public async Task Handle_WhenACodeComesAgain_ShouldRefuseIt()
    {
        var ticket = Ticket();
        Assert.True((await HandleAsync(ticket, Code)).IsSuccess);

        Assert.Equal((ErrorCode.WrongCode, "code"), Refused.By(await HandleAsync(ticket, Code)));
        Assert.Equal((ErrorCode.WrongCode, "code"), Refused.By(await HandleAsync(Ticket(), Code)));
        Assert.Single(_scene.Access.Sessions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Handle_WhenFiftyShowOneCodeAtOnce_ShouldCountItOnce(bool isRecoveryCode)
    {
        var ticket = Ticket();

        var results = await AccountScene.FiftyAtOnceAsync(_ => HandleAsync(ticket, isRecoveryCode ? "aaaaa-bbbbb" : Code));

        Assert.Single(results, result => result.IsSuccess);
        Assert.Single(_scene.Access.Sessions);
        Assert.Single(_scene.Actions(), action => action == AuditAction.SignedIn);
        Assert.Equal(isRecoveryCode ? 1 : 2, _scene.Now(_account).RecoveryCodes.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("000000")]
    [InlineData("aaaaa-bbbbc")]
    public async Task Handle_WhenTheCodeIsWrong_ShouldRefuseCountAndWriteItDown(string? code)
    {
        Assert.Equal((ErrorCode.WrongCode, "code"), Refused.By(await HandleAsync(Ticket(), code)));

        Assert.Equal(_account with { FailedSignIns = 1 }, _scene.Now(_account));
        Assert.Empty(_scene.Access.Sessions);
        Assert.Equal((null, AuditAction.SignInFailed, $"{_account.Id}", "second factor"), _scene.Audited());
        Assert.Equal("192.0.2.7", _scene.Access.Entries[0].Address);
    }

    [Fact]
    public async Task Handle_WhenTenWereWrong_ShouldAnswerTheSameToTheRightOneForFiveMinutes()
    {
        var ticket = Ticket();
        for (var i = 0; i < LockOut.MaxFailures; i++)
        {
            await HandleAsync(ticket, "000000");
        }

        var locked = _scene.Now(_account);
        Assert.True(locked.IsLocked(_scene.Clock.GetUtcNow(), isKnown: false));
        Assert.Equal((ErrorCode.WrongCode, "code"), Refused.By(await HandleAsync(ticket, Code)));
        Assert.Equal((ErrorCode.WrongCode, "code"), Refused.By(await HandleAsync(ticket, "aaaaabbbbb")));
        Assert.Equal(locked, _scene.Now(_account));

        _scene.Clock.Advance(LockOut.Duration);
        Assert.True((await HandleAsync(ticket, Code)).IsSuccess);
    }

    [Fact]
    public async Task Handle_WhenTheTicketIsOver_ShouldRefuseIt()
    {
        var ticket = Ticket();
        _scene.Clock.Advance(TimeSpan.FromMinutes(10));

        await AssertOverAsync(ticket);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("made up")]
    public Task Handle_WhenThereIsNoSuchTicket_ShouldRefuseIt(string? ticket) => AssertOverAsync(ticket);

    [Fact]
    public Task Handle_WhenTheTicketIsForAnotherUse_ShouldRefuseIt() => AssertOverAsync(Ticket(TicketUse.PasswordReset));

    [Fact]
    public async Task Handle_WhenThePasswordWasChangedMeanwhile_ShouldRefuseTheTicketAndCountNothing()
    {
        var ticket = Ticket();
        _scene.Access.Put(_account with { SecurityStamp = "another" });

        await AssertOverAsync(ticket);
        Assert.Equal(0, _scene.Now(_account).FailedSignIns);
    }

    [Fact]
    public async Task Handle_WhenTheAccountWasDisabledOrDeletedMeanwhile_ShouldRefuseTheTicket()
    {
        var ticket = Ticket();
        _scene.Access.Put(_account with { DisabledAt = AccountScene.Noon });
        await AssertOverAsync(ticket);

        var gone = _scene.Tickets.Issue(TicketUse.SecondFactor, _account with { Id = new AccountId(9) }, AccountScene.Noon.AddMinutes(10));
        await AssertOverAsync(gone);
    }

    [Fact]
    public async Task Handle_WhenTheAccountIsChangedAtTheLastMoment_ShouldLetNobodyIn()
    {
        Account[] changes =
        [
            _account with { SecurityStamp = "another" },
            _account with { DisabledAt = AccountScene.Noon },
            _account with { LockedUntil = AccountScene.Noon.AddTicks(1) },
        ];

        foreach (var changed in changes)
        {
            var ticket = Ticket();
            _scene.Access.Put(_account);
            _scene.Access.BeforeWrite = () => _scene.Access.Put(changed);

            Assert.Equal((ErrorCode.WrongCode, "code"), Refused.By(await HandleAsync(ticket, Code)));
            Assert.Empty(_scene.Access.Sessions);
            Assert.Null(_scene.Now(_account).LastTotpStep);
        }
    }

    [Theory]
    [MemberData(nameof(AccountScene.AccountFaults), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenTheCodeCannotBeUsedUp_ShouldLetNobodyIn(AccountOutcome outcome, ErrorCode code)
    {
        _scene.Access.AccountsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync(Ticket(), Code)));
        Assert.Empty(_scene.Access.Sessions);
        _scene.AssertUntouched();
    }

    [Theory]
    [MemberData(nameof(AccountScene.SessionFaults), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenTheSessionCannotBeWritten_ShouldSaySo(SessionOutcome outcome, ErrorCode code)
    {
        _scene.Access.SessionsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync(Ticket(), Code)));
        Assert.Empty(_scene.Access.Entries);
    }

    [Fact]
    public async Task Handle_WhenWrittenDown_ShouldHoldNoSecret()
    {
        var ticket = Ticket();
        await HandleAsync(ticket, "aaaaa-bbbbc");
        var opened = (await HandleAsync(ticket, "aaaaa-bbbbb")).Value;

        Assert.All([ticket, opened.Key, opened.Session.KeyHash.ToString(), "aaaaa", Code, _account.AuthenticatorKey!], _scene.AssertNowhere);
        Assert.DoesNotContain(opened.Key, opened.ToString(), StringComparison.Ordinal);
    }

    private string Ticket(TicketUse use = TicketUse.SecondFactor) => _scene.Tickets.Issue(use, _account, _scene.Clock.GetUtcNow().AddMinutes(10));

    [Fact]
    public async Task Handle_WhenOthersLockedTheAccount_ShouldLetInAKnownBrowserAndCountItByItself()
    {
        var browser = _scene.Browsers.Remember(_account);
        var locked = _scene.Access.Put(_account with { LockedUntil = AccountScene.Noon.AddMinutes(5) });

        Assert.Equal((ErrorCode.WrongCode, "code"), Refused.By(await HandleAsync(Ticket(), "000000", browser)));
        Assert.Equal(locked with { FailedKnownSignIns = 1 }, _scene.Now(_account));
        Assert.True((await HandleAsync(Ticket(), Code, browser)).IsSuccess);
    }

    private async Task AssertOverAsync(string? ticket)
    {
        Assert.Equal((ErrorCode.TicketOver, "ticket"), Refused.By(await HandleAsync(ticket, Code)));
        Assert.Empty(_scene.Access.Sessions);
        _scene.AssertUntouched();
    }

    private Task<Result<OpenedSession>> HandleAsync(string? ticket, string? code, string? knownBrowser = null) =>
        new ConfirmSignInHandler(_scene.Access, _scene.Factor, _scene.Tickets, _scene.Browsers, _scene.Opening, _scene.Audit, _scene.Clock).Handle(
            new ConfirmSignInCommand(Asking, ticket, code, "a browser") { KnownBrowser = knownBrowser }, CancellationToken.None);
}
