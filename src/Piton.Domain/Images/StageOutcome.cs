namespace Piton.Domain.Images;

/// <summary>How taking in an upload ended.</summary>
public enum StageOutcome
{
    Staged,

    /// <summary>There was not a single byte.</summary>
    Empty,

    /// <summary>There were more bytes than allowed.</summary>
    TooLarge,

    /// <summary>So many uploads are under way that this one would go over the cap on staged bytes.</summary>
    Busy,

    DiskFull,
}
