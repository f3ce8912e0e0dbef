using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Accounts.MakeResetLink;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.MakeResetLink;

public sealed class MakeResetLinkHandlerTests
{
    private readonly AccountScene _scene = new();

    [Theory]
    [MemberData(nameof(AccountScene.Members), MemberType = typeof(AccountScene))]
    public async Task Handle_WhenAnAdministratorAsks_ShouldMakeATicketForADayAndForThatAlone(Role role)
    {
        var (administrator, account) = (_scene.Add(Role.Administrator), _scene.Add(role));

        var link = (await HandleAsync(AccountScene.SignedIn(administrator), account.Id)).Value;

        Assert.Equal((account, AccountScene.Noon.AddDays(1)), (link.Account, link.Until));
        Assert.Null(_scene.Tickets.Read(TicketUse.SecondFactor, link.Ticket));
        _scene.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromTicks(1));
        Assert.Equal(new AccountTicket(account.Id, account.SecurityStamp), _scene.Tickets.Read(TicketUse.PasswordReset, link.Ticket));
        _scene.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(_scene.Tickets.Read(TicketUse.PasswordReset, link.Ticket));
    }

    [Fact]
    public async Task Handle_WhenMade_ShouldBeWrittenDownWithoutTheTicket()
    {
        var (administrator, account) = (_scene.Add(Role.Administrator), _scene.Add());

        var link = (await HandleAsync(AccountScene.SignedIn(administrator), account.Id)).Value;

        Assert.Equal((administrator.Id, AuditAction.ResetLinkMade, account.Email, null), _scene.Audited());
        _scene.AssertNowhere(link.Ticket);
        Assert.DoesNotContain(link.Ticket, link.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _scene.Access.Writes);
    }

    [Fact]
    public async Task Handle_WhenPitonItselfAsks_ShouldMakeOne() => Assert.True((await HandleAsync(Actor.System, _scene.Add().Id)).IsSuccess);

    [Fact]
    public async Task Handle_WhenAnybodyElseAsks_ShouldRefuseEvenForThemselves()
    {
        var account = _scene.Add();

        foreach (var actor in AccountScene.NotAdministering(_scene.Add(Role.Administrator)).Append(AccountScene.SignedIn(account)))
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor, account.Id)).Status);
        }

        Assert.Equal(0, _scene.Tickets.Issued);
        _scene.AssertUntouched();
    }

    [Fact]
    public async Task Handle_WhenThereIsNoSuchAccount_ShouldNotFindIt()
    {
        Assert.Equal(ResultStatus.NotFound, (await HandleAsync(Actors.Administrator, new AccountId(9))).Status);
        _scene.AssertUntouched();
    }

    private Task<Result<ResetLink>> HandleAsync(Actor actor, AccountId account) =>
        new MakeResetLinkHandler(_scene.Access, _scene.Tickets, _scene.Audit, _scene.Clock).Handle(
            new MakeResetLinkCommand(actor, account), CancellationToken.None);
}
