using Piton.Domain.Access;

namespace Piton.Application.Accounts.EditProfile;

/// <summary>Changes what others are shown of whoever asks.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Name">What others are shown.</param>
public sealed record EditProfileCommand(Actor Actor, string? Name) : ICommand<Account>;
