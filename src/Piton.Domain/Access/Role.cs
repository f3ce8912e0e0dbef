namespace Piton.Domain.Access;

/// <summary>In what capacity somebody asks.</summary>
public enum Role
{
    /// <summary>Nobody has signed in. Piton has no accounts yet, listens on this machine alone, and so trusts whoever reaches it.</summary>
    Anonymous,

    /// <summary>Piton itself: its background services.</summary>
    System,
}
