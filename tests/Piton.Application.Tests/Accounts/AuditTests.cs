using Microsoft.Extensions.Logging;
using Piton.Application.Accounts;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts;

public sealed class AuditTests
{
    private readonly AccountScene _scene = new();

    [Fact]
    public async Task WriteAsync_WhenCalled_ShouldSayWhoWhatWhenAndFromWhere()
    {
        await _scene.Audit.WriteAsync(
            Actors.Visitor with { Name = "Ana", Address = "2001:db8::1" }, AuditAction.TokenRevoked, "ana@example.org", "more of it");

        var expected = new AuditEntry
        {
            Id = 1,
            At = AccountScene.Noon,
            Account = Actors.Visitor.Account,
            Name = "Ana",
            Action = "token_revoked",
            Subject = "ana@example.org",
            Detail = "more of it",
            Address = "2001:db8::1",
        };
        Assert.Equal([expected], _scene.Access.Entries);
        Assert.Empty(_scene.Log.Entries);
    }

    [Theory]
    [InlineData(AuditOutcome.DiskFull)]
    [InlineData(AuditOutcome.ReadOnly)]
    public async Task WriteAsync_WhenTheLogTakesNoMore_ShouldTellTheOperatorWhatIsMissingAndNothingElse(AuditOutcome outcome)
    {
        _scene.Access.AuditEnds = outcome;

        await _scene.Audit.WriteAsync(Actors.Visitor with { Name = "Ana", Address = "192.0.2.7" }, AuditAction.SignedIn, "ana@example.org", "more");

        var entry = Assert.Single(_scene.Log.Entries);
        Assert.Equal((LogLevel.Error, "The audit log could not be written: signed_in is missing in it"), (entry.Level, entry.Text));
        Assert.DoesNotContain("ana@example.org", entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_OfEveryAction_ShouldBeACodeOfItsOwn()
    {
        Assert.Equal(Enum.GetValues<AuditAction>().Length, AuditActions.All.Distinct().Count());
        Assert.All(AuditActions.All, text => Assert.Matches("^[a-z]+(_[a-z]+)*$", text));
        Assert.Equal(AuditActions.All, Enum.GetValues<AuditAction>().Select(action => action.Text()));
    }
}
