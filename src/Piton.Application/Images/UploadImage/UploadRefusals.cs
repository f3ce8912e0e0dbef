using Ardalis.Result;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Images.UploadImage;

/// <summary>Why an upload is refused, in words for its sender.</summary>
internal static class UploadRefusals
{
    private const string File = "file";

    /// <param name="outcome">Any but <see cref="StageOutcome.Staged"/>.</param>
    /// <param name="limits">The limits in force.</param>
    public static Result NotStaged(StageOutcome outcome, ImageLimits limits) => outcome switch
    {
        StageOutcome.Empty => Invalid(ErrorCode.EmptyFile, "The file is empty. Choose the picture again."),
        StageOutcome.TooLarge => Invalid(ErrorCode.TooLarge, "The file is larger than {0:N0} bytes, the most that is allowed.", limits.MaxFileBytes),
        StageOutcome.Busy => Unavailable.Busy(),
        StageOutcome.DiskFull => Unavailable.DiskFull(),
        StageOutcome.Staged => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <param name="inspection">One without a header.</param>
    public static Result NotInspected(InspectResult inspection) => inspection.Outcome switch
    {
        InspectOutcome.UnsupportedType when inspection.MediaType is null => Invalid(
            ErrorCode.UnsupportedType, "The file is of an unknown type, which is not accepted. Accepted are: {0}.", ImageFormats.Accepted),
        InspectOutcome.UnsupportedType => Invalid(
            ErrorCode.UnsupportedType, "The file is {0}, which is not accepted. Accepted are: {1}.", inspection.MediaType, ImageFormats.Accepted),
        InspectOutcome.Broken => Broken(),
        InspectOutcome.OverLimit => OverLimit(inspection.Breach!),
        InspectOutcome.Interrupted => Unavailable.Interrupted(),
        InspectOutcome.Readable => throw new ArgumentOutOfRangeException(nameof(inspection)),
    };

    /// <param name="conversion">One without an image.</param>
    public static Result NotConverted(ConvertResult conversion) => conversion.Outcome switch
    {
        ConvertOutcome.Broken => Broken(),
        ConvertOutcome.OverLimit => OverLimit(conversion.Breach!),
        ConvertOutcome.Interrupted => Unavailable.Interrupted(),
        ConvertOutcome.Converted => throw new ArgumentOutOfRangeException(nameof(conversion)),
    };

    public static Result OverLimit(LimitBreach breach) => breach.Kind switch
    {
        LimitKind.Side => Invalid(
            ErrorCode.SideTooLong, "A side of the picture has {0:N0} pixels; at most {1:N0} are allowed.", breach.Actual, breach.Limit),
        LimitKind.Pixels => Invalid(
            ErrorCode.TooManyPixels, "The picture has {0:N0} pixels; at most {1:N0} are allowed.", breach.Actual, breach.Limit),
        LimitKind.Frames => Invalid(
            ErrorCode.TooManyFrames, "The animation has {0:N0} frames; at most {1:N0} are allowed.", breach.Actual, breach.Limit),
        LimitKind.TotalPixels => Invalid(
            ErrorCode.TooManyTotalPixels, "All frames together have {0:N0} pixels; at most {1:N0} are allowed.", breach.Actual, breach.Limit),
        LimitKind.ProcessorTime => Invalid(
            ErrorCode.TooMuchTime, "The picture takes more than {0:N0} seconds to convert, the most that is allowed.", breach.Limit),
        LimitKind.Memory => Invalid(
            ErrorCode.TooMuchMemory, "The picture takes more than {0:N0} bytes of memory to convert, the most that is allowed.", breach.Limit),
    };

    /// <param name="outcome">Any but <see cref="CommitOutcome.Committed"/>.</param>
    public static Result NotCommitted(CommitOutcome outcome) => outcome switch
    {
        CommitOutcome.DiskFull => Unavailable.DiskFull(),
        CommitOutcome.ReadOnly => Unavailable.ReadOnly(),
        CommitOutcome.Committed => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <param name="quota">What the sender may have.</param>
    /// <param name="usage">What the sender has.</param>
    public static Result OverQuota(StorageQuota quota, ImageUsage usage) => quota.IsFull(usage)
        ? Invalid(
            ErrorCode.QuotaOfImages,
            "Your account may have {0:N0} images, and has them. Remove some for good, or ask an administrator for more.", quota.MaxImages!)
        : Invalid(
            ErrorCode.QuotaOfBytes,
            "Your account may have {0:N0} bytes and has {1:N0}. Remove some images for good, or ask an administrator for more.",
            quota.MaxBytes!, usage.StoredBytes);

    /// <summary>What is wrong with what the sender said of the file; null where nothing is.</summary>
    public static Result? BadDetails(UploadDetails details) => details switch
    {
        { Name.Length: > ImageName.MaxLength } =>
            Result.Invalid(NameRefusals.TooLong("name", "name", details.Name.Length, ImageName.MaxLength)),
        { Alt.Length: > Image.MaxAltLength } => Result.Invalid(NameRefusals.AltTooLong(details.Alt.Length)),
        { Visibility: { } visibility } when !string.IsNullOrWhiteSpace(visibility) && Visibilities.FromName(visibility) is null =>
            Result.Invalid(VisibilityRefusals.Unknown(visibility)),
        _ => null,
    };

    private static Result Broken() =>
        Invalid(ErrorCode.BrokenImage, "The picture is damaged or incomplete. Open it on your device, save it anew and send that.");

    private static Result Invalid(ErrorCode code, string message, params object[] arguments) =>
        Result.Invalid(new Refusal(code, File, message, arguments));
}
