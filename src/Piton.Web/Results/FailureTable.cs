using Piton.Application.Refusals;

namespace Piton.Web.Results;

/// <summary>The one table of what each <see cref="ErrorCode"/> is in HTTP.</summary>
internal static class FailureTable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(2);

    public static int Status(ErrorCode code) => code switch
    {
        ErrorCode.Malformed or ErrorCode.NoFile or ErrorCode.TooManyFiles or ErrorCode.EmptyFile => StatusCodes.Status400BadRequest,
        ErrorCode.NothingToChange or ErrorCode.NameBlank or ErrorCode.TextTooLong or ErrorCode.UnknownVisibility => StatusCodes.Status400BadRequest,
        ErrorCode.UnknownSort or ErrorCode.UnknownWhose or ErrorCode.BadCursor or ErrorCode.BadLimit => StatusCodes.Status400BadRequest,
        ErrorCode.NothingSelected or ErrorCode.TooManySelected => StatusCodes.Status400BadRequest,
        ErrorCode.WrongCredentials or ErrorCode.WrongPassword or ErrorCode.WrongCode => StatusCodes.Status400BadRequest,
        ErrorCode.TicketOver or ErrorCode.WrongSetupCode or ErrorCode.BadEmail => StatusCodes.Status400BadRequest,
        ErrorCode.PasswordTooShort or ErrorCode.PasswordTooLong or ErrorCode.PasswordCommon => StatusCodes.Status400BadRequest,
        ErrorCode.UnknownRole or ErrorCode.UnknownScope or ErrorCode.BadExpiry or ErrorCode.TooManyTokens or ErrorCode.WrongToken => StatusCodes.Status400BadRequest,
        ErrorCode.AccountDisabled or ErrorCode.RegistrationClosed => StatusCodes.Status403Forbidden,
        ErrorCode.QuotaOfImages or ErrorCode.QuotaOfBytes => StatusCodes.Status403Forbidden,
        ErrorCode.BadIdempotencyKey => StatusCodes.Status400BadRequest,
        ErrorCode.IdempotencyKeyInUse => StatusCodes.Status409Conflict,
        ErrorCode.IdempotencyKeyReused => StatusCodes.Status422UnprocessableEntity,
        ErrorCode.AlreadyThere or ErrorCode.EmailTaken or ErrorCode.LastAdministrator or ErrorCode.OwnRole => StatusCodes.Status409Conflict,
        ErrorCode.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ErrorCode.NotMultipart or ErrorCode.UnsupportedType => StatusCodes.Status415UnsupportedMediaType,
        ErrorCode.BrokenImage => StatusCodes.Status422UnprocessableEntity,
        ErrorCode.SideTooLong or ErrorCode.TooManyPixels => StatusCodes.Status422UnprocessableEntity,
        ErrorCode.TooManyFrames or ErrorCode.TooManyTotalPixels => StatusCodes.Status422UnprocessableEntity,
        ErrorCode.TooMuchTime or ErrorCode.TooMuchMemory => StatusCodes.Status422UnprocessableEntity,
        ErrorCode.Busy or ErrorCode.Interrupted or ErrorCode.ReadOnly => StatusCodes.Status503ServiceUnavailable,
        ErrorCode.DiskFull => StatusCodes.Status507InsufficientStorage,
    };

    /// <summary>After how long another try makes sense; null where the same request fails again.</summary>
    public static TimeSpan? RetryAfter(ErrorCode code) => code switch
    {
        ErrorCode.Busy or ErrorCode.Interrupted or ErrorCode.IdempotencyKeyInUse => Soon,
        ErrorCode.ReadOnly or ErrorCode.DiskFull => Later,
        ErrorCode.Malformed or ErrorCode.NoFile or ErrorCode.TooManyFiles or ErrorCode.EmptyFile => null,
        ErrorCode.NothingToChange or ErrorCode.NameBlank or ErrorCode.TextTooLong or ErrorCode.UnknownVisibility => null,
        ErrorCode.UnknownSort or ErrorCode.UnknownWhose or ErrorCode.BadCursor or ErrorCode.BadLimit or ErrorCode.AlreadyThere => null,
        ErrorCode.NothingSelected or ErrorCode.TooManySelected => null,
        ErrorCode.WrongCredentials or ErrorCode.WrongPassword or ErrorCode.WrongCode => null,
        ErrorCode.TicketOver or ErrorCode.WrongSetupCode or ErrorCode.BadEmail => null,
        ErrorCode.PasswordTooShort or ErrorCode.PasswordTooLong or ErrorCode.PasswordCommon => null,
        ErrorCode.UnknownRole or ErrorCode.UnknownScope or ErrorCode.BadExpiry or ErrorCode.TooManyTokens or ErrorCode.WrongToken => null,
        ErrorCode.AccountDisabled or ErrorCode.RegistrationClosed or ErrorCode.EmailTaken or ErrorCode.LastAdministrator or ErrorCode.OwnRole => null,
        ErrorCode.QuotaOfImages or ErrorCode.QuotaOfBytes or ErrorCode.BadIdempotencyKey or ErrorCode.IdempotencyKeyReused => null,
        ErrorCode.TooLarge or ErrorCode.NotMultipart or ErrorCode.UnsupportedType or ErrorCode.BrokenImage => null,
        ErrorCode.SideTooLong or ErrorCode.TooManyPixels => null,
        ErrorCode.TooManyFrames or ErrorCode.TooManyTotalPixels => null,
        ErrorCode.TooMuchTime or ErrorCode.TooMuchMemory => null,
    };
}
