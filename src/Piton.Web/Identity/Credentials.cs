using System.Text;
using Microsoft.AspNetCore.Identity;
using OtpNet;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Web.Identity;

/// <summary>Passwords as ASP.NET Core Identity hashes them, and codes by RFC 6238.</summary>
internal sealed class Credentials : ICredentials
{
    // RFC 6238, section 5.2: the code of the step before and of the one after count as well, since clocks differ.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    // 160 bits, as long as the hash that the codes are made by (RFC 4226, section 4).
    private const int KeyBytes = 20;

    private const double CommonBits = 13.3;

    // Its time grows by the square; what is not common up to here is not at all.
    private const int LongestJudged = 40;

    private readonly IPasswordHasher<Account> _hasher;
    private readonly TimeProvider _clock;
    private readonly Account _nobody;

    public Credentials(IPasswordHasher<Account> hasher, TimeProvider clock)
    {
        (_hasher, _clock) = (hasher, clock);
        _nobody = new Account
        {
            Id = default,
            Email = "",
            Name = "",
            Role = Role.Pending,
            SecurityStamp = "",
            CreatedAt = default,
        };
        _nobody = _nobody with { PasswordHash = Hash(SecretKey.New()) };
    }

    public PasswordFlaw? Check(string password, string email, string name) => password.EnumerateRunes().Count() switch
    {
        < Password.MinLength => PasswordFlaw.TooShort,
        > Password.MaxLength => PasswordFlaw.TooLong,
        _ when IsCommon(password, email, name) => PasswordFlaw.Common,
        _ => null,
    };

    public string Hash(string password) => _hasher.HashPassword(_nobody, Normal(password));

    public bool Verify(Account? account, string password)
    {
        // What is longer was never taken; without this a body of a megabyte would be hashed.
        var typed = password.Length <= 2 * Password.MaxLength ? Normal(password) : "";
        var (owner, hash) = account?.PasswordHash is { } known ? (account, known) : (_nobody, _nobody.PasswordHash!);
        var isRight = _hasher.VerifyHashedPassword(owner, hash, typed) != PasswordVerificationResult.Failed;
        return isRight && owner != _nobody;
    }

    public string NewAuthenticatorKey() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(KeyBytes));

    public long? StepOf(string authenticatorKey, string code, long? lastStep)
    {
        var totp = new Totp(Base32Encoding.ToBytes(authenticatorKey));
        return totp.VerifyTotp(_clock.GetUtcNow().UtcDateTime, code, out var step, Window) && !(step <= lastStep) ? step : null;
    }

    // The same password, typed on another keyboard (NIST SP 800-63B, section 3.1.1.2).
    private static string Normal(string password) => password.Normalize(NormalizationForm.FormKC);

    // So many bits are ten thousand guesses, by its measure of what people choose: among the first that are tried.
    private static bool IsCommon(string password, string email, string name)
    {
        string[] known = [email, .. email.Split('@', '.'), name, .. name.Split(' '), "piton"];
        return Zxcvbn.Zxcvbn.MatchPassword(ImageName.Cut(password, LongestJudged), known).Entropy < CommonBits;
    }
}
