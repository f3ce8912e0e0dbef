using Piton.Domain.Access;

namespace Piton.Application.Accounts.DisableTwoFactor;

/// <summary>Has no code asked for any more, and forgets the secret and the recovery codes.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Password">Of whoever asks.</param>
public sealed record DisableTwoFactorCommand(Actor Actor, string? Password) : ICommand<Account>;
