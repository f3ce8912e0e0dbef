using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Accounts.ExportAudit;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.ExportAudit;

public sealed class ExportAuditHandlerTests
{
    private readonly AccountScene _scene = new();

    [Theory]
    [InlineData(null, new long[] { 1, 2, 3 })]
    [InlineData("signed_in", new long[] { 1, 3 })]
    [InlineData("signed", new long[0])]
    public async Task Handle_WhenAnAdministratorAsks_ShouldGiveWhatIsMeantTheOldestFirst(string? action, long[] expected)
    {
        await FillAsync();

        Assert.Equal(expected, await IdsAsync(Actors.Administrator, action));
        Assert.Equal(expected, await IdsAsync(Actor.System, action));
    }

    [Fact]
    public async Task Handle_WhenSomebodysAreAskedFor_ShouldGiveTheirsAlone()
    {
        await FillAsync();

        Assert.Equal([1, 2], await IdsAsync(Actors.Administrator, null, Actors.Visitor.Account));
        Assert.Equal([3], await IdsAsync(Actors.Administrator, "signed_in", Actors.Moderator.Account));
    }

    [Fact]
    public async Task Handle_WhenAnybodyElseAsks_ShouldRefuse()
    {
        await FillAsync();

        foreach (var actor in AccountScene.NotAdministering(_scene.Add(Role.Administrator)))
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor, null)).Status);
        }
    }

    private async Task FillAsync()
    {
        await _scene.Audit.WriteAsync(Actors.Visitor, AuditAction.SignedIn);
        await _scene.Audit.WriteAsync(Actors.Visitor, AuditAction.SignedOut);
        await _scene.Audit.WriteAsync(Actors.Moderator, AuditAction.SignedIn);
    }

    private async Task<List<long>> IdsAsync(Actor actor, string? action, AccountId? account = null)
    {
        var ids = new List<long>();
        await foreach (var entry in (await HandleAsync(actor, action, account)).Value)
        {
            ids.Add(entry.Id);
        }

        return ids;
    }

    private Task<Result<IAsyncEnumerable<AuditEntry>>> HandleAsync(Actor actor, string? action, AccountId? account = null) =>
        new ExportAuditHandler(_scene.Access).Handle(new ExportAuditQuery(actor, new AuditFilter(action, account)), CancellationToken.None);
}
