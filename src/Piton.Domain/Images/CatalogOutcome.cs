namespace Piton.Domain.Images;

/// <summary>How a write to the catalogue ended.</summary>
public enum CatalogOutcome
{
    /// <summary>Written, and on disk.</summary>
    Done,

    /// <summary>There is no such image.</summary>
    Missing,

    /// <summary>The owner has an image with the same source.</summary>
    Duplicate,

    /// <summary>The owner would have more than their quota.</summary>
    OverQuota,

    /// <summary>There is no room; nothing was changed, and it may be tried again once there is.</summary>
    DiskFull,

    /// <summary>A write failed earlier in a way that leaves its fate unknown; the catalogue takes no more until it is started again.</summary>
    ReadOnly,
}
