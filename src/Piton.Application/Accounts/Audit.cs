using Microsoft.Extensions.Logging;
using Piton.Domain.Access;

namespace Piton.Application.Accounts;

/// <summary>Writes down who did what. What was done is done, so a log that takes no more is told to the operator and nobody else.</summary>
internal sealed partial class Audit(IAuditLog log, TimeProvider clock, ILogger<Audit> logger)
{
    /// <param name="actor">Who.</param>
    /// <param name="action">What.</param>
    /// <param name="subject">To what or whom.</param>
    /// <param name="detail">More of it, in English; never a secret.</param>
    public async Task WriteAsync(Actor actor, AuditAction action, string? subject = null, string? detail = null)
    {
        var entry = new AuditEntry
        {
            At = clock.GetUtcNow(),
            Account = actor.Account,
            Name = actor.Name,
            Action = action.Text(),
            Subject = subject,
            Detail = detail,
            Address = actor.Address,
        };
        if (await log.AppendAsync(entry, CancellationToken.None) != AuditOutcome.Done)
        {
            LogMissing(entry.Action);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit log could not be written: {Action} is missing in it")]
    private partial void LogMissing(string action);
}
