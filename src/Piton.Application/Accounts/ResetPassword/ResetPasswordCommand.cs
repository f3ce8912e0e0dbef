using Piton.Domain.Access;

namespace Piton.Application.Accounts.ResetPassword;

/// <summary>Chooses a new password by a reset link, and ends all sessions.</summary>
/// <param name="Actor">Who asks, so far.</param>
/// <param name="Ticket">What the link holds.</param>
/// <param name="Password">The one from now on.</param>
public sealed record ResetPasswordCommand(Actor Actor, string? Ticket, string? Password) : ICommand<Account>;
