namespace Piton.Application.Accounts;

/// <summary>What the audit log tells of.</summary>
public enum AuditAction
{
    SignedIn,
    SignInFailed,
    SignedOut,
    Registered,
    AdministratorCreated,
    PasswordChanged,
    PasswordReset,
    ResetLinkMade,
    ProfileChanged,
    RoleChanged,
    AccountDisabled,
    AccountEnabled,
    AccountDeleted,
    TwoFactorEnabled,
    TwoFactorDisabled,
    SessionsEnded,
    TokenCreated,
    TokenRevoked,
    ImageUploaded,
    ImageEdited,
    ImageDeleted,
    ImageRestored,
    ImagesDeleted,
    ImagesRestored,
    ImagesShared,
    TrashEmptied,
    LibraryBackedUp,
}
