using Microsoft.AspNetCore.Mvc;
using Piton.Web.Results;
using Piton.Web.Security;
using Piton.Web.Uploads;

namespace Piton.Web.Controllers;

/// <summary>The upload form of the page.</summary>
public sealed class UploadController(FormUpload form) : Controller
{
    /// <summary>Takes in the files, and says of each what became of it: as a page for a browser, as JSON for a script.</summary>
    [HttpPost("/upload")]
    [StreamedUpload]
    public async Task<IActionResult> Upload(CancellationToken cancellationToken)
    {
        var result = await form.ReceiveAsync(HttpContext, HttpContext.Actor(), cancellationToken);
        return result.ToClient(this, verdicts => View("Verdicts", verdicts), UploadReport.Answer);
    }
}
