using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Piton.Web.Forms;
using Piton.Web.Results;

namespace Piton.Web.Controllers;

/// <summary>Answers what no other controller did: unknown addresses, malformed requests, faults.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[IgnoreAntiforgeryToken]
[UnreadBody]
public sealed class ErrorsController : Controller
{
    /// <summary>What happened is in the features of the request; whoever asks for this address itself finds nothing.</summary>
    [Route("/error")]
    public IActionResult Show()
    {
        var fault = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        var status = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalStatusCode ?? StatusCodes.Status404NotFound;
        return FailureAnswer.For(HttpContext, FaultTable.FailureFor(HttpContext, fault, status));
    }
}
