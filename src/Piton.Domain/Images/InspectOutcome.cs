namespace Piton.Domain.Images;

/// <summary>How reading a header ended.</summary>
public enum InspectOutcome
{
    Readable,

    /// <summary>Not a picture, or of a format that Piton does not take.</summary>
    UnsupportedType,

    /// <summary>Its first bytes say an accepted format, but the header cannot be read.</summary>
    Broken,

    /// <summary>It needs more processor time or memory than one conversion may have.</summary>
    OverLimit,

    /// <summary>It was ended from outside, or could not begin. The picture has no part in that: another try may succeed.</summary>
    Interrupted,
}
