namespace Piton.Domain.Access;

/// <summary>How a write to the accounts ended.</summary>
public enum AccountOutcome
{
    /// <summary>Written, and on disk.</summary>
    Done,

    /// <summary>There is no such account.</summary>
    Missing,

    /// <summary>Another account has the same e-mail address.</summary>
    EmailTaken,

    /// <summary>No administrator would be left who can sign in.</summary>
    LastAdministrator,

    /// <summary>There is no room; nothing was changed, and it may be tried again once there is.</summary>
    DiskFull,

    /// <summary>A write failed earlier in a way that leaves its fate unknown; no more are taken until Piton is started again.</summary>
    ReadOnly,
}
