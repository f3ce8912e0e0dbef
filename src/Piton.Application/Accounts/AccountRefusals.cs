using Piton.Application.Refusals;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Accounts;

/// <summary>Why something about an account is refused, in words for whoever asked.</summary>
internal static class AccountRefusals
{
    private const string EmailField = "email";
    private const string NameField = "name";

    /// <summary>Says the same of an account that there is not, of a wrong password, and of one that waits.</summary>
    public static Refusal WrongCredentials() => new(
        ErrorCode.WrongCredentials, "password",
        "The e-mail address or the password is wrong. After {0} wrong passwords an account waits for {1} minutes.",
        LockOut.MaxFailures, (int)LockOut.Duration.TotalMinutes);

    public static Refusal WrongPassword(string field) => new(ErrorCode.WrongPassword, field, "That is not your password. Try again.");

    public static Refusal Disabled() => new(ErrorCode.AccountDisabled, EmailField, "This account is disabled. Ask an administrator.");

    public static Refusal WrongCode(string field) => new(
        ErrorCode.WrongCode, field, "The code is wrong, or was used already. Use the one that your app shows now, or one of your recovery codes.");

    public static Refusal TicketOver() => new(ErrorCode.TicketOver, "ticket", "This has taken too long, or was used already. Begin again.");

    public static Refusal RegistrationClosed() => new(
        ErrorCode.RegistrationClosed, EmailField, "Nobody can register here. Ask an administrator for an account.");

    public static Refusal WrongSetupCode() => new(
        ErrorCode.WrongSetupCode, "code", "That is not the code. Piton prints it when it starts; look in its log.");

    public static Refusal EmailTaken() => new(
        ErrorCode.EmailTaken, EmailField, "An account with this e-mail address already exists. Sign in, or use another.");

    public static Refusal LastAdministrator() => new(
        ErrorCode.LastAdministrator, "role", "This is the last administrator. Make somebody else one first.");

    public static Refusal OwnRole() => new(
        ErrorCode.OwnRole, "role", "Nobody takes their own role away. Another administrator can do it.");

    public static Refusal UnknownRole(string? role) => new(
        ErrorCode.UnknownRole, "role", "There is no role {0}. Use one of: {1}.", role ?? "", string.Join(", ", Roles.Names));

    public static Refusal ForEmail(string? email) => EmailAddress.Check(email) == EmailFlaw.TooLong
        ? new Refusal(ErrorCode.TextTooLong, EmailField, "The e-mail address has {0:N0} characters; at most {1:N0} are allowed.", email!.Length, EmailAddress.MaxLength)
        : new Refusal(ErrorCode.BadEmail, EmailField, "That is not an e-mail address. It reads like name@example.org.");

    public static Refusal ForName(string? name) => Account.CheckName(name) == NameFlaw.TooLong
        ? new Refusal(ErrorCode.TextTooLong, NameField, "The name has {0:N0} characters; at most {1:N0} are allowed.", name!.Length, Account.MaxNameLength)
        : new Refusal(ErrorCode.NameBlank, NameField, "A name needs something that can be seen. Write a letter.");

    public static Refusal For(PasswordFlaw flaw, string field) => flaw switch
    {
        PasswordFlaw.TooShort => new Refusal(ErrorCode.PasswordTooShort, field, "The password is too short. Use at least {0} characters.", Password.MinLength),
        PasswordFlaw.TooLong => new Refusal(ErrorCode.PasswordTooLong, field, "The password is too long. Use at most {0} characters.", Password.MaxLength),
        PasswordFlaw.Common => new Refusal(
            ErrorCode.PasswordCommon, field, "This password is among the first that are tried. Use a longer one, of several words for instance."),
    };
}
