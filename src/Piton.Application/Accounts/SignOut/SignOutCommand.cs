using Piton.Domain.Access;

namespace Piton.Application.Accounts.SignOut;

/// <summary>Ends the session of whoever asks.</summary>
/// <param name="Actor">Who asks.</param>
public sealed record SignOutCommand(Actor Actor) : ICommand<bool>;
