namespace Piton.Domain.Images;

/// <summary>Why a conversion was not the usual one.</summary>
public enum ConversionReason
{
    /// <summary>The source was WebP already, and encoding it again would only have lost something.</summary>
    AlreadyWebp,

    /// <summary>As WebP it would have been larger than the source, which is kept instead.</summary>
    WouldGrow,

    /// <summary>The quality was lowered until the picture was no larger than its source.</summary>
    QualityLowered,

    /// <summary>Even at the lowest quality it is larger than its source.</summary>
    LargerThanSource,

    /// <summary>Some of the smaller renditions show the first frame alone, as the animation has too many pixels for its budget.</summary>
    AnimationTooLong,

    /// <summary>The source moves, in a format of which a still alone is taken: PNG, AVIF or HEIC.</summary>
    StillOfAnimation,
}
