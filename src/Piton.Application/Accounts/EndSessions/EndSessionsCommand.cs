using Piton.Domain.Access;

namespace Piton.Application.Accounts.EndSessions;

/// <summary>Ends sessions of whoever asks.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Session">Which; null for all but the one that asks.</param>
public sealed record EndSessionsCommand(Actor Actor, SessionId? Session) : ICommand<bool>;
