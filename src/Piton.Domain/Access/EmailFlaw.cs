namespace Piton.Domain.Access;

/// <summary>Why a text is not an e-mail address.</summary>
public enum EmailFlaw
{
    Blank,
    TooLong,

    /// <summary>It does not read <c>somebody@somewhere</c>, or holds what an address cannot.</summary>
    NotAnAddress,
}
