using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.CreateToken;

/// <summary>Why a token is refused.</summary>
internal static class TokenRefusals
{
    public static Refusal UnknownScope(IReadOnlyList<string> scopes) => new(
        ErrorCode.UnknownScope, "scopes", "A token needs one or more of these scopes: {0}.", string.Join(", ", TokenScopeNames.All));

    public static Refusal BadExpiry(int? days) => new(
        ErrorCode.BadExpiry, "days", "A token expires in 1 to {0:N0} days, or never.", CreateTokenCommand.MaxDays);

    public static Refusal NotUploading() => new(
        ErrorCode.WrongToken, "token", "That is no token of yours, or one that may not upload. Copy the whole of it, or make a new one.");

    public static Refusal TooMany() => new(
        ErrorCode.TooManyTokens, "name", "An account has at most {0} tokens. Revoke one that is not used any more.", CreateTokenCommand.MaxTokens);
}
