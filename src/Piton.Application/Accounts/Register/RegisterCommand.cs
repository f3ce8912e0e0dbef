using Piton.Domain.Access;

namespace Piton.Application.Accounts.Register;

/// <summary>Makes an account for whoever asks, and signs them in.</summary>
/// <param name="Actor">Who asks, so far.</param>
/// <param name="Email">As it was typed.</param>
/// <param name="Name">What others are shown; blank for what stands before the @ of the address.</param>
/// <param name="Password">As it was typed.</param>
/// <param name="UserAgent">What the browser says it is.</param>
public sealed record RegisterCommand(Actor Actor, string? Email, string? Name, string? Password, string? UserAgent) : ICommand<OpenedSession>;
