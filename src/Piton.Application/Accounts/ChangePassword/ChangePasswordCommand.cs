using Piton.Domain.Access;

namespace Piton.Application.Accounts.ChangePassword;

/// <summary>Changes the password of whoever asks, and ends all their other sessions.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Password">The one up to now.</param>
/// <param name="NewPassword">The one from now on.</param>
public sealed record ChangePasswordCommand(Actor Actor, string? Password, string? NewPassword) : ICommand<Account>;
