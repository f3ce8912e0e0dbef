namespace Piton.Application.Accounts.SignIn;

/// <summary>How far a sign-in has come: one of the two is there.</summary>
/// <param name="Session">What has begun.</param>
/// <param name="Ticket">What to show together with the code of the second factor.</param>
public sealed record SignInStep(OpenedSession? Session, string? Ticket)
{
    /// <summary>Nothing: it holds a secret.</summary>
    public override string ToString() => nameof(SignInStep);
}
