using System.Security.Cryptography;
using Piton.Domain.Access;

namespace Piton.Application.Accounts;

/// <summary>The codes that stand beside a password.</summary>
internal sealed class SecondFactor(ICredentials credentials)
{
    private const int Codes = 10;
    private const int Groups = 4;
    private const int GroupLength = 6;

    // Crockford's Base32 without what is misread.
    private const string Letters = "23456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The account with that code used up, be it of the app or a recovery code; null where it is neither.</summary>
    public Account? Take(Account account, string code)
    {
        var typed = new string([.. code.Where(char.IsLetterOrDigit)]).ToLowerInvariant();
        if (account.AuthenticatorKey is { } key && credentials.StepOf(key, typed, account.LastTotpStep) is { } step)
        {
            return account with { LastTotpStep = step };
        }

        var hash = HashOf(typed);
        return account.RecoveryCodes.Contains(hash)
            ? account with { RecoveryCodes = [.. account.RecoveryCodes.Where(other => other != hash)] }
            : null;
    }

    /// <summary>New recovery codes, about 117 bits each, and what to keep of them: so random, a hash needs no salt (OWASP ASVS 5.0, 6.5.2).</summary>
    public static (IReadOnlyList<string> Codes, IReadOnlyList<string> Hashes) NewRecoveryCodes()
    {
        string[] codes = [.. Enumerable.Range(0, Codes).Select(_ => RandomNumberGenerator.GetString(Letters, Groups * GroupLength))];
        return ([.. codes.Select(code => string.Join('-', code.Chunk(GroupLength).Select(group => new string(group))))], [.. codes.Select(HashOf)]);
    }

    private static string HashOf(string code) => SecretKey.HashOf(code).ToString();
}
