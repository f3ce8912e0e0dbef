using Piton.Domain.Access;

namespace Piton.Application.Accounts.FindAccount;

/// <summary>The account with an e-mail address, for whoever has all accounts in hand.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Email">The address, in whichever case.</param>
public sealed record FindAccountQuery(Actor Actor, string Email) : IQuery<Account>;
