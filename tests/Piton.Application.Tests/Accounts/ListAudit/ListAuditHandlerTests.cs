using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Accounts.ListAudit;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.ListAudit;

public sealed class ListAuditHandlerTests
{
    private readonly AccountScene _scene = new();

    [Theory]
    [InlineData(null, new long[] { 4, 3, 2, 1 })]
    [InlineData("signed_in", new long[] { 4, 1 })]
    [InlineData("signed", new long[0])]
    public async Task Handle_WhenAnAdministratorAsks_ShouldGiveWhatIsMeantTheNewestFirst(string? action, long[] expected)
    {
        await FillAsync();

        var page = (await HandleAsync(Actors.Administrator, action)).Value;

        Assert.Equal(expected, page.Items.Select(entry => entry.Id));
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Handle_WhenItIsAboutOneAccount_ShouldGiveWhatThatDid()
    {
        await FillAsync();

        var page = (await HandleAsync(Actor.System, null, Actors.Moderator.Account)).Value;

        Assert.Equal([4L], page.Items.Select(entry => entry.Id));
    }

    [Fact]
    public async Task Handle_WhenThereAreMore_ShouldGoOnWhereThePageBeforeEnded()
    {
        await FillAsync();

        var first = (await HandleAsync(Actors.Administrator, null, limit: 3)).Value;
        var second = (await HandleAsync(Actors.Administrator, null, before: first.Next, limit: 3)).Value;

        Assert.Equal([4L, 3L, 2L], first.Items.Select(entry => entry.Id));
        Assert.Equal([1L], second.Items.Select(entry => entry.Id));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Handle_WhenAnybodyElseAsks_ShouldRefuse()
    {
        foreach (var actor in AccountScene.NotAdministering(_scene.Add(Role.Administrator)))
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor, null)).Status);
        }
    }

    private async Task FillAsync()
    {
        await _scene.Audit.WriteAsync(Actors.Visitor, AuditAction.SignedIn);
        await _scene.Audit.WriteAsync(Actors.Visitor, AuditAction.SignedOut);
        await _scene.Audit.WriteAsync(Actor.Anonymous, AuditAction.SignInFailed);
        await _scene.Audit.WriteAsync(Actors.Moderator, AuditAction.SignedIn);
    }

    private Task<Result<AuditPage>> HandleAsync(Actor actor, string? action, AccountId? account = null, long? before = null, int limit = 200) =>
        new ListAuditHandler(_scene.Access).Handle(new ListAuditQuery(actor, new AuditFilter(action, account), before, limit), CancellationToken.None);
}
