namespace Piton.Domain.Access;

/// <summary>What an API token may be used for. It gives no right that the role of its account does not.</summary>
[Flags]
public enum TokenScopes
{
    None = 0,

    /// <summary>To see images, one's own hidden ones among them.</summary>
    Read = 1,

    Upload = 2,

    /// <summary>To change, delete and restore images.</summary>
    Manage = 4,
}
