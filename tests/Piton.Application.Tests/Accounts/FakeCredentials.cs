using System.Globalization;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Accounts;

/// <summary>Credentials whose hashes cost nothing, and whose clock stands still at <see cref="Now"/>.</summary>
internal sealed class FakeCredentials : ICredentials
{
    /// <summary>The time step that the codes are made of.</summary>
    public const long Now = 500;

    /// <summary>The one password that is common.</summary>
    public const string Common = "password";

    private int _keys;

    /// <summary>Whose password was asked for, in order; null for an account that there is not.</summary>
    public List<Account?> Asked { get; } = [];

    /// <summary>What happens while a password is hashed.</summary>
    public Action Meanwhile { get; set; } = () => { };

    /// <summary>What the app shows in a time step.</summary>
    public static string CodeOf(string key, long step = Now) =>
        string.Create(CultureInfo.InvariantCulture, $"{(key.Sum(letter => letter) * 1000) + step:000000}");

    public PasswordFlaw? Check(string password, string email, string name) => password.Length switch
    {
        < Password.MinLength => PasswordFlaw.TooShort,
        > Password.MaxLength => PasswordFlaw.TooLong,
        _ when password == Common || password == email || password == name => PasswordFlaw.Common,
        _ => null,
    };

    public string Hash(string password)
    {
        Meanwhile();
        return HashOf(password);
    }

    public bool Verify(Account? account, string password)
    {
        lock (Asked)
        {
            Asked.Add(account);
        }

        Meanwhile();
        return account?.PasswordHash == HashOf(password);
    }

    public string NewAuthenticatorKey() => $"KEY{Interlocked.Increment(ref _keys)}";

    public long? StepOf(string authenticatorKey, string code, long? lastStep)
    {
        foreach (var step in new[] { Now - 1, Now, Now + 1 })
        {
            if (code == CodeOf(authenticatorKey, step))
            {
                return step <= lastStep ? null : step;
            }
        }

        return null;
    }

    public static string HashOf(string password) => ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(password)).ToString();
}
