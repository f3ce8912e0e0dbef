using Piton.Domain.Access;

namespace Piton.Application.Accounts.DisableAccount;

/// <summary>Shuts an account, whose sessions and tokens are worth nothing from the next request on; or opens it again.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Account">Which account.</param>
/// <param name="Disable">Whether to shut it.</param>
public sealed record DisableAccountCommand(Actor Actor, AccountId Account, bool Disable) : ICommand<Account>;
