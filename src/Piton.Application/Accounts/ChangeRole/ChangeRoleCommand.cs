using Piton.Domain.Access;

namespace Piton.Application.Accounts.ChangeRole;

/// <summary>Gives an account another role; approves one that waits.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Account">Which account.</param>
/// <param name="Role">One of <see cref="Roles.Names"/>.</param>
public sealed record ChangeRoleCommand(Actor Actor, AccountId Account, string? Role) : ICommand<Account>;
