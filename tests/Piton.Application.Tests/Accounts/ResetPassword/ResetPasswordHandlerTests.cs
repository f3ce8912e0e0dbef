using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Accounts.ResetPassword;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.ResetPassword;

public sealed class ResetPasswordHandlerTests
{
    private const string New = "another good password";

    private static readonly Actor Asking = Actor.Anonymous with { Address = "192.0.2.7" };

    private readonly AccountScene _scene = new();
    private readonly Account _account;

    public ResetPasswordHandlerTests() =>
        _account = _scene.Access.Put(_scene.AddWithTwoFactor("aaaaabbbbb") with { FailedSignIns = 3, LockedUntil = AccountScene.Noon.AddMinutes(5) });

    [Fact]
    public async Task Handle_WhenTheTicketIsGood_ShouldChangePasswordAndStampAndKeepTheSecondFactor()
    {
        var result = await HandleAsync(Ticket());

        Assert.NotEqual(_account.SecurityStamp, result.Value.SecurityStamp);
        Assert.Equal(
            _account with
            {
                PasswordHash = FakeCredentials.HashOf(New),
                SecurityStamp = result.Value.SecurityStamp,
                FailedSignIns = 0,
                LockedUntil = null,
            },
            result.Value);
        Assert.Equal(result.Value, _scene.Now(_account));
    }

    [Fact]
    public async Task Handle_WhenChanged_ShouldEndEverySessionOfTheAccountEvenTheOneThatAsks()
    {
        var other = _scene.Add();
        var (here, _, anothers) = (_scene.Open(_account), _scene.Open(_account), _scene.Open(other));

        await HandleAsync(Ticket(), actor: AccountScene.SignedIn(_account, here));

        Assert.Equal([anothers], _scene.Access.Sessions);
    }

    [Fact]
    public async Task Handle_WhenChanged_ShouldBeWrittenDownWithoutASecret()
    {
        var ticket = Ticket();

        await HandleAsync(ticket);

        Assert.Equal((_account.Id, AuditAction.PasswordReset, null, null), _scene.Audited());
        Assert.Equal((_account.Name, "192.0.2.7"), (_scene.Access.Entries[0].Name, _scene.Access.Entries[0].Address));
        Assert.All([ticket, New, FakeCredentials.HashOf(New)], _scene.AssertNowhere);
    }

    [Fact]
    public async Task Handle_WhenTheTicketComesAgain_ShouldRefuseIt()
    {
        var (ticket, another) = (Ticket(), Ticket());
        await HandleAsync(ticket);

        Assert.Equal((ErrorCode.TicketOver, "ticket"), Refused.By(await HandleAsync(ticket)));
        Assert.Equal((ErrorCode.TicketOver, "ticket"), Refused.By(await HandleAsync(another)));
        Assert.Single(_scene.Access.Entries);
    }

    [Fact]
    public async Task Handle_WhenFiftyShowOneTicketAtOnce_ShouldCountItOnce()
    {
        var ticket = Ticket();

        var results = await AccountScene.FiftyAtOnceAsync(i => HandleAsync(ticket, $"password number {i}"));

        var won = Assert.Single(results, result => result.IsSuccess);
        Assert.Equal(won.Value, _scene.Now(_account));
        Assert.All(results.Where(result => !result.IsSuccess), result => Assert.Equal((ErrorCode.TicketOver, "ticket"), Refused.By(result)));
        Assert.Single(_scene.Access.Entries);
    }

    [Theory]
    [MemberData(nameof(AccountScene.BadPasswords), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenThePasswordIsBad_ShouldRefuseAndLeaveTheTicketGood(string? password, ErrorCode code)
    {
        var ticket = Ticket();

        Assert.Equal((code, "password"), Refused.By(await HandleAsync(ticket, password)));
        _scene.AssertUntouched();
        Assert.True((await HandleAsync(ticket)).IsSuccess);
    }

    [Fact]
    public async Task Handle_WhenTheTicketIsOver_ShouldRefuseIt()
    {
        var ticket = Ticket();
        _scene.Clock.Advance(TimeSpan.FromDays(1));

        await AssertOverAsync(ticket);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("made up")]
    public Task Handle_WhenThereIsNoSuchTicket_ShouldRefuseIt(string? ticket) => AssertOverAsync(ticket);

    [Theory]
    [InlineData(TicketUse.SecondFactor)]
    [InlineData(TicketUse.SecondFactorRemembered)]
    public Task Handle_WhenTheTicketIsForAnotherUse_ShouldRefuseIt(TicketUse use) => AssertOverAsync(Ticket(use));

    [Fact]
    public async Task Handle_WhenThePasswordWasChangedMeanwhile_ShouldRefuseTheTicket()
    {
        var ticket = Ticket();
        var changed = _scene.Access.Put(_account with { SecurityStamp = "another" });

        await AssertOverAsync(ticket);
        Assert.Equal(changed, _scene.Now(_account));
    }

    [Fact]
    public async Task Handle_WhenThePasswordIsChangedWhileThisOneIsHashed_ShouldRefuseTheTicket()
    {
        var changed = _account with { SecurityStamp = "another" };
        _scene.Credentials.Meanwhile = () => _scene.Access.Put(changed);

        await AssertOverAsync(Ticket());
        Assert.Equal(changed, _scene.Now(_account));
    }

    [Fact]
    public Task Handle_WhenTheAccountIsGone_ShouldRefuseTheTicket() => AssertOverAsync(
        _scene.Tickets.Issue(TicketUse.PasswordReset, _account with { Id = new AccountId(9) }, AccountScene.Noon.AddDays(1)));

    [Theory]
    [MemberData(nameof(AccountScene.AccountFaults), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenNothingCanBeWritten_ShouldSaySoAndEndNoSession(AccountOutcome outcome, ErrorCode code)
    {
        var session = _scene.Open(_account);
        _scene.Access.AccountsEnd = outcome;

        Assert.Equal(code, Refused.ForNow(await HandleAsync(Ticket())));
        Assert.Equal([session], _scene.Access.Sessions);
        _scene.AssertUntouched();
    }

    private string Ticket(TicketUse use = TicketUse.PasswordReset) => _scene.Tickets.Issue(use, _account, _scene.Clock.GetUtcNow().AddDays(1));

    private async Task AssertOverAsync(string? ticket)
    {
        Assert.Equal((ErrorCode.TicketOver, "ticket"), Refused.By(await HandleAsync(ticket)));
        Assert.Equal((ErrorCode.TicketOver, "ticket"), Refused.By(await HandleAsync(ticket, "short")));
        _scene.AssertUntouched();
    }

    private Task<Result<Account>> HandleAsync(string? ticket, string? password = New, Actor? actor = null) =>
        new ResetPasswordHandler(_scene.Access, _scene.Access, _scene.Credentials, _scene.Tickets, _scene.Audit).Handle(
            new ResetPasswordCommand(actor ?? Asking, ticket, password), CancellationToken.None);
}
