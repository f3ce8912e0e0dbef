namespace Piton.Domain.Images;

/// <summary>Why a text is not a name.</summary>
public enum NameFlaw
{
    Blank,
    TooLong,
}
