using Piton.Domain.Access;

namespace Piton.Application.Accounts.CreateToken;

/// <summary>Makes an API token. What it reads is told this once.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Account">Whose; null for that of whoever asks.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Scopes">Some of <see cref="TokenScopeNames.All"/>.</param>
/// <param name="Days">In how many days it expires, 1 to <see cref="MaxDays"/>; null for never.</param>
public sealed record CreateTokenCommand(Actor Actor, AccountId? Account, string? Name, IReadOnlyList<string> Scopes, int? Days) : ICommand<NewToken>
{
    public const int MaxDays = 3650;

    /// <summary>The most tokens of one account.</summary>
    public const int MaxTokens = 50;
}
