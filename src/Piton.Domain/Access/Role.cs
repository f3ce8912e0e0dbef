namespace Piton.Domain.Access;

/// <summary>In what capacity somebody asks.</summary>
public enum Role
{
    /// <summary>Nobody has signed in.</summary>
    Anonymous,

    /// <summary>An account that nobody has approved yet.</summary>
    Pending,

    /// <summary>Uploads, and has pictures of its own.</summary>
    Visitor,

    /// <summary>Tidies up: renames and restores any image, deletes none.</summary>
    Janitor,

    /// <summary>Renames and deletes any image.</summary>
    Moderator,

    /// <summary>Has every image and every account in hand.</summary>
    Administrator,

    /// <summary>Piton itself: its background services and its command line.</summary>
    System,
}
