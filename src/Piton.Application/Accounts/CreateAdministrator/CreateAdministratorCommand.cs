using Piton.Domain.Access;

namespace Piton.Application.Accounts.CreateAdministrator;

/// <summary>Makes an administrator, for the command line and for unattended installations.</summary>
/// <param name="Actor">Piton itself.</param>
/// <param name="Email">Of the administrator.</param>
/// <param name="Name">What others are shown; blank for what stands before the @ of the address.</param>
/// <param name="Password">Of the administrator.</param>
public sealed record CreateAdministratorCommand(Actor Actor, string? Email, string? Name, string? Password) : ICommand<Account>;
