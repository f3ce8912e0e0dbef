using Piton.Domain.Access;

namespace Piton.Application.Accounts.ConfirmSignIn;

/// <summary>Ends a sign-in by the code of the second factor, or by a recovery code, which counts once.</summary>
/// <param name="Actor">Who asks, so far.</param>
/// <param name="Ticket">What the first step gave.</param>
/// <param name="Code">As it was typed.</param>
/// <param name="UserAgent">What the browser says it is.</param>
public sealed record ConfirmSignInCommand(Actor Actor, string? Ticket, string? Code, string? UserAgent) : ICommand<OpenedSession>
{
    /// <summary>What a sign-in before left in the browser; null for nothing.</summary>
    public string? KnownBrowser { get; init; }
}
