using Microsoft.AspNetCore.Mvc;
using Piton.Domain.Images;
using Piton.Web.Api;

namespace Piton.Web.Uploads;

/// <summary>The verdicts on an upload as JSON.</summary>
/// <param name="Success">Whether every file is in the library now.</param>
/// <param name="Message">How many of how many are, in English; the files say the rest.</param>
/// <param name="Files">The verdict on each.</param>
public sealed record UploadReport(bool Success, string Message, IReadOnlyList<UploadReportFile> Files)
{
    /// <summary>200 with a verdict for each file, whatever the verdicts are; the client reads them one by one.</summary>
    public static IActionResult Answer(UploadVerdicts verdicts) => new OwnedAnswer([.. verdicts.Files.Select(file => file.Image).OfType<Image>()], reader =>
    {
        var files = verdicts.Files.Select(file => UploadReportFile.Of(file, reader)).ToList();
        var stored = files.Count(file => file.Image is not null);
        return new OkObjectResult(new UploadReport(stored == files.Count, $"{stored} of {files.Count} pictures are in the library.", files));
    });
}
