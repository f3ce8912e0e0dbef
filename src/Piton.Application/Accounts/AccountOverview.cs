using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Accounts;

/// <summary>An account, and what is in the library of it.</summary>
public sealed record AccountOverview(Account Account, ImageUsage Usage)
{
    /// <summary>Where its owner is signed in, for the owner alone.</summary>
    public IReadOnlyList<Session> Sessions { get; init; } = [];
}
