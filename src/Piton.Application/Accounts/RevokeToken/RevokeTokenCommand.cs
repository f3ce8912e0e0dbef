using Piton.Domain.Access;

namespace Piton.Application.Accounts.RevokeToken;

/// <summary>Makes a token worth nothing, from the next request on.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Account">Whose; null for that of whoever asks.</param>
/// <param name="Token">Which.</param>
public sealed record RevokeTokenCommand(Actor Actor, AccountId? Account, TokenId Token) : ICommand<Account>;
