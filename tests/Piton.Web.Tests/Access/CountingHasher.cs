using Microsoft.AspNetCore.Identity;
using Piton.Domain.Access;

namespace Piton.Web.Tests.Access;

/// <summary>Counts how often a password is hashed: the one thing about a sign-in that takes time that can be told from outside.</summary>
internal sealed class CountingHasher(IPasswordHasher<Account> inner) : IPasswordHasher<Account>
{
    private int _verified;

    public int Verified => Volatile.Read(ref _verified);

    public string HashPassword(Account user, string password) => inner.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref _verified);
        return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
