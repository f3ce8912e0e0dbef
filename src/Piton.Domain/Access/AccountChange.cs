namespace Piton.Domain.Access;

/// <summary>What came of a write to the accounts.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Account">The account as it is now, or was before its removal; null where <paramref name="Outcome"/> is not
/// <see cref="AccountOutcome.Done"/>.</param>
public readonly record struct AccountChange(AccountOutcome Outcome, Account? Account);
