namespace Piton.Domain.Images;

/// <summary>What became of the source.</summary>
public enum ConversionVerdict
{
    /// <summary>Decoded and encoded anew.</summary>
    Converted,

    /// <summary>Stored as it came, its own compressed data without metadata.</summary>
    Kept,
}
