using Piton.Domain.Access;

namespace Piton.Application.Accounts.CheckToken;

/// <summary>Whether a token is one's own and uploads, before a program is set up with it.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Key">The token as it was copied.</param>
public sealed record CheckTokenQuery(Actor Actor, string? Key) : IQuery<ApiToken>
{
    /// <summary>Nothing: it holds a secret.</summary>
    public override string ToString() => nameof(CheckTokenQuery);
}
