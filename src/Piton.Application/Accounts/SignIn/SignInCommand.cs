using Piton.Domain.Access;

namespace Piton.Application.Accounts.SignIn;

/// <summary>Signs somebody in by e-mail address and password.</summary>
/// <param name="Actor">Who asks, so far.</param>
/// <param name="Email">As it was typed.</param>
/// <param name="Password">As it was typed.</param>
/// <param name="Remember">Whether the session outlives the browser.</param>
/// <param name="UserAgent">What the browser says it is.</param>
public sealed record SignInCommand(Actor Actor, string? Email, string? Password, bool Remember, string? UserAgent) : ICommand<SignInStep>
{
    /// <summary>What a sign-in before left in the browser; null for nothing.</summary>
    public string? KnownBrowser { get; init; }
}
