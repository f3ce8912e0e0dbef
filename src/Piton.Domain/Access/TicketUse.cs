namespace Piton.Domain.Access;

/// <summary>What a ticket is for.</summary>
public enum TicketUse
{
    /// <summary>The password was right; the second factor is still to come.</summary>
    SecondFactor,

    /// <summary>The same, by somebody who is to be remembered.</summary>
    SecondFactorRemembered,

    /// <summary>To choose a new password.</summary>
    PasswordReset,

    /// <summary>To be known as a browser in which the account has signed in before.</summary>
    KnownBrowser,
}
