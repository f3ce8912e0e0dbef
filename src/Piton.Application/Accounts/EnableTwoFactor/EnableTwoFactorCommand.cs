using Piton.Domain.Access;

namespace Piton.Application.Accounts.EnableTwoFactor;

/// <summary>Has a code asked for at each sign-in from now on.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Password">Of whoever asks: somebody at an open browser could shut out the owner by it.</param>
/// <param name="Code">What the app shows.</param>
public sealed record EnableTwoFactorCommand(Actor Actor, string? Password, string? Code) : ICommand<IReadOnlyList<string>>;
