using Piton.Web.Api;

namespace Piton.Web.Uploads;

/// <summary>The verdict on one file as JSON.</summary>
/// <param name="FileName">The file's name as it was sent.</param>
/// <param name="Image">The image; null where the file was refused.</param>
/// <param name="Code">The stable code of the refusal; null where there was none.</param>
/// <param name="Error">The refusal in words; null where there was none.</param>
/// <param name="RetryAfter">After how many seconds another try makes sense; null where it makes none.</param>
public sealed record UploadReportFile(string FileName, ImageResource? Image, string? Code, string? Error, double? RetryAfter)
{
    public static UploadReportFile Of(UploadVerdict verdict, Reader reader) => new(
        verdict.FileName,
        verdict.Image is { } image ? ImageResource.Of(image, reader, verdict.Duplicate) : null,
        verdict.Failure?.Code,
        verdict.Failure?.Message,
        verdict.Failure?.RetryAfter?.TotalSeconds);
}
