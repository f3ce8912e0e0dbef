using Piton.Domain.Access;

namespace Piton.Application.Accounts;

internal static class PasswordChange
{
    /// <summary>The account with another password, which leaves links and half-way sign-ins of before worth nothing.</summary>
    public static Account WithPassword(this Account account, string hash) =>
        account.Succeed() with { PasswordHash = hash, SecurityStamp = SecretKey.New() };
}
