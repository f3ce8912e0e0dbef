namespace Piton.Domain.Images;

/// <summary>How making the files of an image permanent ended.</summary>
public enum CommitOutcome
{
    /// <summary>All of them are on disk.</summary>
    Committed,

    /// <summary>There is no room; nothing is left behind, and it may be tried again once there is.</summary>
    DiskFull,

    /// <summary>The disk failed, now or earlier, in a way that leaves unknown what is on it; nothing is written until Piton is started again.</summary>
    ReadOnly,
}
