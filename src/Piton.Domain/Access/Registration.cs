namespace Piton.Domain.Access;

/// <summary>Who can make an account.</summary>
public enum Registration
{
    /// <summary>Everybody, and they can upload at once.</summary>
    Open,

    /// <summary>Everybody, but somebody of the house has to approve the account first.</summary>
    Approval,

    /// <summary>Nobody but the house.</summary>
    Closed,
}
