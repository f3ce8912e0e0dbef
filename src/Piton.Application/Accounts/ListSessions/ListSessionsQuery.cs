using Piton.Domain.Access;

namespace Piton.Application.Accounts.ListSessions;

/// <summary>Where whoever asks is signed in.</summary>
/// <param name="Actor">Who asks.</param>
public sealed record ListSessionsQuery(Actor Actor) : IQuery<IReadOnlyList<Session>>;
