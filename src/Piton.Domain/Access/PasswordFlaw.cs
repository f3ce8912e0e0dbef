namespace Piton.Domain.Access;

/// <summary>Why a text is not taken for a password.</summary>
public enum PasswordFlaw
{
    TooShort,
    TooLong,

    /// <summary>It is among those that are tried first, or hardly differs from the name or the address of its owner.</summary>
    Common,
}
