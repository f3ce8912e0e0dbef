namespace Piton.Application.Refusals;

/// <summary>
/// Every reason for which Piton says no. The text form of a code is part of the API: a client may depend on it, so it never changes.
/// Web gives each its status.
/// </summary>
public enum ErrorCode
{
    /// <summary>The request itself is malformed: a multipart body that ends early, JSON that is none.</summary>
    Malformed,

    /// <summary>An upload without a file.</summary>
    NoFile,

    /// <summary>More files than the request takes.</summary>
    TooManyFiles,

    /// <summary>An upload that is not <c>multipart/form-data</c>.</summary>
    NotMultipart,

    /// <summary>A file of no bytes.</summary>
    EmptyFile,

    /// <summary>A file, or a form with several, of more bytes than allowed.</summary>
    TooLarge,

    /// <summary>Not a picture, or of a format that is not accepted.</summary>
    UnsupportedType,

    /// <summary>A picture whose bytes are damaged.</summary>
    BrokenImage,

    /// <summary>A side longer than allowed.</summary>
    SideTooLong,

    /// <summary>More pixels than allowed in one frame.</summary>
    TooManyPixels,

    /// <summary>More frames than allowed.</summary>
    TooManyFrames,

    /// <summary>More pixels than allowed in all frames together.</summary>
    TooManyTotalPixels,

    /// <summary>More processor time than one conversion may take.</summary>
    TooMuchTime,

    /// <summary>More memory than one conversion may take.</summary>
    TooMuchMemory,

    /// <summary>A change that says nothing of what to change.</summary>
    NothingToChange,

    /// <summary>What would come out of the trash is in the library already, byte for byte.</summary>
    AlreadyThere,

    /// <summary>A name of which nothing can be seen.</summary>
    NameBlank,

    /// <summary>A name, a file name or a description that is too long.</summary>
    TextTooLong,

    /// <summary>A visibility that does not exist.</summary>
    UnknownVisibility,

    /// <summary>A sort that does not exist.</summary>
    UnknownSort,

    /// <summary>A listing of nobody's images that there is.</summary>
    UnknownWhose,

    /// <summary>A cursor that no listing gave out, or one of another sort.</summary>
    BadCursor,

    /// <summary>A page of no images, or of more than allowed.</summary>
    BadLimit,

    /// <summary>A selection of no image.</summary>
    NothingSelected,

    /// <summary>A selection of more images than one request takes.</summary>
    TooManySelected,

    /// <summary>An e-mail address and a password that do not belong together, whichever of them is wrong.</summary>
    WrongCredentials,

    /// <summary>A password that is not that of who is signed in.</summary>
    WrongPassword,

    /// <summary>A code that is not, or no more, that of the second factor.</summary>
    WrongCode,

    /// <summary>A step that comes too late, or a second time.</summary>
    TicketOver,

    /// <summary>A code that is not that of the first start.</summary>
    WrongSetupCode,

    AccountDisabled,
    RegistrationClosed,

    /// <summary>A text that is no e-mail address.</summary>
    BadEmail,

    /// <summary>An e-mail address that another account has.</summary>
    EmailTaken,

    PasswordTooShort,
    PasswordTooLong,

    /// <summary>A password among those that are tried first.</summary>
    PasswordCommon,

    UnknownRole,

    /// <summary>A change after which nobody could run the place.</summary>
    LastAdministrator,

    /// <summary>A change by which an administrator would cease to be one.</summary>
    OwnRole,

    /// <summary>A scope that no token has, or none at all.</summary>
    UnknownScope,

    /// <summary>A time that a token does not expire at.</summary>
    BadExpiry,

    /// <summary>A text that is no token of whoever asks, or one that does not upload.</summary>
    WrongToken,

    /// <summary>More tokens than an account may have.</summary>
    TooManyTokens,

    /// <summary>More images than an account may have.</summary>
    QuotaOfImages,

    /// <summary>More bytes than an account may have.</summary>
    QuotaOfBytes,

    /// <summary>A text that is no key of an upload.</summary>
    BadIdempotencyKey,

    /// <summary>A key with which something else was uploaded.</summary>
    IdempotencyKeyReused,

    /// <summary>A key with which an upload is under way.</summary>
    IdempotencyKeyInUse,

    /// <summary>More conversions wait than the queue has places.</summary>
    Busy,

    /// <summary>The conversion ended through no fault of the picture.</summary>
    Interrupted,

    /// <summary>There is no room on the disk.</summary>
    DiskFull,

    /// <summary>The catalogue takes no changes since a write to it failed.</summary>
    ReadOnly,
}
