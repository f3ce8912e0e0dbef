namespace Piton.Domain.Images;

/// <summary>How a conversion ended.</summary>
public enum ConvertOutcome
{
    Converted,

    /// <summary>The bytes turned out to be damaged, or to be more than the decoder survives.</summary>
    Broken,

    /// <summary>It needs more processor time or memory than one conversion may have.</summary>
    OverLimit,

    /// <summary>It was ended from outside, or could not begin. The picture has no part in that: another try may succeed.</summary>
    Interrupted,
}
