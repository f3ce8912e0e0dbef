using Piton.Domain.Access;

namespace Piton.Application.Accounts.BeginTwoFactor;

/// <summary>Makes a secret for the app of whoever asks. It counts from the first right code on.</summary>
/// <param name="Actor">Who asks.</param>
public sealed record BeginTwoFactorCommand(Actor Actor) : ICommand<Account>;
