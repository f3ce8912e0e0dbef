using Piton.Domain.Access;

namespace Piton.Application.Accounts.GetAccount;

/// <summary>One account.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Account">Which; null for that of whoever asks.</param>
public sealed record GetAccountQuery(Actor Actor, AccountId? Account) : IQuery<AccountOverview>;
