namespace Piton.Domain.Images;

/// <summary>How reading a header ended.</summary>
public enum InspectOutcome
{
    Readable,

    /// <summary>Not a picture, or of a format that Piton does not take.</summary>
    UnsupportedType,

    /// <summary>Its first bytes say an accepted format, but the header cannot be read.</summary>
    Broken,
}
