using Piton.Domain.Access;

namespace Piton.Application.Accounts.MakeResetLink;

/// <summary>Makes a ticket by which somebody can choose a new password. Whoever asks hands it to them.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Account">For whom.</param>
public sealed record MakeResetLinkCommand(Actor Actor, AccountId Account) : ICommand<ResetLink>;
