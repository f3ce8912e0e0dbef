namespace Piton.Domain.Access;

/// <summary>What a ticket says.</summary>
/// <param name="Account">Whom it lets.</param>
/// <param name="SecurityStamp">What the account had when it was issued.</param>
public sealed record AccountTicket(AccountId Account, string SecurityStamp);
