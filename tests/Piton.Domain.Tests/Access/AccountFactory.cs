using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Domain.Tests.Access;

internal static class AccountFactory
{
    public static Account Create(Role role = Role.Visitor) => new()
    {
        Id = new AccountId(7),
        Email = "ana@example.org",
        Name = "Ana",
        Role = role,
        PasswordHash = "hash",
        SecurityStamp = "stamp",
        CreatedAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
        AuthenticatorKey = "key",
        RecoveryCodes = ["one", "two"],
        Tokens = [Token()],
    };

    public static ApiToken Token() =>
        new(new TokenId(3), "laptop", new ContentHash(1, 2), TokenScopes.Read | TokenScopes.Upload, default);
}
