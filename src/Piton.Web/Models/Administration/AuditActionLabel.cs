using Piton.Application.Accounts;

namespace Piton.Web.Models.Administration;

/// <summary>What people call what the audit log tells of.</summary>
public static class AuditActionLabel
{
    /// <summary>The English text, by which it is found in other languages.</summary>
    public static string Label(this AuditAction action) => action switch
    {
        AuditAction.SignedIn => "Signed in",
        AuditAction.SignInFailed => "Sign-in failed",
        AuditAction.SignedOut => "Signed out",
        AuditAction.Registered => "Registered",
        AuditAction.AdministratorCreated => "Administrator created",
        AuditAction.PasswordChanged => "Password changed",
        AuditAction.PasswordReset => "Password reset",
        AuditAction.ResetLinkMade => "Reset link made",
        AuditAction.ProfileChanged => "Profile changed",
        AuditAction.RoleChanged => "Role changed",
        AuditAction.AccountDisabled => "Account disabled",
        AuditAction.AccountEnabled => "Account opened again",
        AuditAction.AccountDeleted => "Account deleted",
        AuditAction.TwoFactorEnabled => "Second factor switched on",
        AuditAction.TwoFactorDisabled => "Second factor switched off",
        AuditAction.SessionsEnded => "Sessions ended",
        AuditAction.TokenCreated => "Token created",
        AuditAction.TokenRevoked => "Token revoked",
        AuditAction.ImageUploaded => "Picture uploaded",
        AuditAction.ImageEdited => "Picture edited",
        AuditAction.ImageDeleted => "Picture moved to the trash",
        AuditAction.ImageRestored => "Picture restored",
        AuditAction.ImagesDeleted => "Pictures moved to the trash",
        AuditAction.ImagesRestored => "Pictures restored",
        AuditAction.ImagesShared => "Visibility of pictures changed",
        AuditAction.TrashEmptied => "Pictures removed for good",
        AuditAction.LibraryBackedUp => "Backup made",
    };

    /// <summary>The label of a code as the log has it; the code itself where a later version wrote it.</summary>
    public static string Of(string code) =>
        Enum.GetValues<AuditAction>().Where(action => action.Text() == code).Select(Label).FirstOrDefault() ?? code;
}
