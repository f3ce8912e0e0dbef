using Piton.Domain.Access;

namespace Piton.Application.Accounts.DeleteAccount;

/// <summary>Forgets the account of whoever asks for good, and moves their images to the trash, from where somebody of the house can bring them back.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Password">Of whoever asks.</param>
public sealed record DeleteAccountCommand(Actor Actor, string? Password) : ICommand<int>;
