namespace Piton.Domain.Access;

/// <summary>Makes and checks what people prove by that an account is theirs. Safe to call from many threads at once.</summary>
public interface ICredentials
{
    /// <summary>What is wrong with a new password; null where nothing is.</summary>
    /// <param name="password">As it was typed.</param>
    /// <param name="email">Of its owner-to-be.</param>
    /// <param name="name">Of its owner-to-be.</param>
    PasswordFlaw? Check(string password, string email, string name);

    /// <summary>The hash to keep of a password, slow on purpose.</summary>
    string Hash(string password);

    /// <summary>Whether a password is that of an account. Takes as long where there is no account, or one without a password.</summary>
    bool Verify(Account? account, string password);

    /// <summary>A new secret for the app that makes codes: 160 random bits in Base32 (RFC 4226, section 4).</summary>
    string NewAuthenticatorKey();

    /// <summary>The time step whose code that is (RFC 6238), not before the last that counted nor far from now; null where it is none.</summary>
    long? StepOf(string authenticatorKey, string code, long? lastStep);
}
