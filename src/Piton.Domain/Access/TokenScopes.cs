namespace Piton.Domain.Access;

/// <summary>What an API token is good for, within what its account may do.</summary>
[Flags]
public enum TokenScopes
{
    None = 0,

    /// <summary>To see images.</summary>
    Read = 1,

    /// <summary>To add images.</summary>
    Upload = 2,

    /// <summary>To change, delete and restore images, and so to see them.</summary>
    Manage = 4,

    /// <summary>To read what Piton measures of itself, and nothing else.</summary>
    Metrics = 8,
}
