namespace Piton.Domain.Access;

/// <summary>How far a right goes.</summary>
public enum Reach
{
    /// <summary>Nowhere: there is no such right.</summary>
    None,

    /// <summary>To what belongs to the account that asks.</summary>
    Own,

    /// <summary>To everything.</summary>
    Any,
}
