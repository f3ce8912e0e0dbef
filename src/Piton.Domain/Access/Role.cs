namespace Piton.Domain.Access;

/// <summary>In what capacity somebody asks.</summary>
public enum Role
{
    /// <summary>Nobody has signed in. Piton has no accounts yet, listens on this machine alone, and so trusts whoever reaches it.</summary>
    Anonymous,

    /// <summary>Has an account that nobody has approved yet.</summary>
    Pending,

    /// <summary>Has images of their own.</summary>
    Visitor,

    /// <summary>Keeps everybody's images in order: renames and restores any, deletes none but their own.</summary>
    Janitor,

    /// <summary>Does to any image what its owner could.</summary>
    Moderator,

    /// <summary>Runs the place: accounts and settings too.</summary>
    Administrator,

    /// <summary>Piton itself: its background services.</summary>
    System,
}
