using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Piton.Web.Results;

namespace Piton.Web.Controllers;

/// <summary>Answers what no other controller did: unknown addresses, malformed requests, faults.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[IgnoreAntiforgeryToken]
public sealed class ErrorsController : Controller
{
    [Route("/error/{status:int}")]
    public IActionResult Show(int status)
    {
        var fault = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        var isAskedFor = fault is null && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null;
        return FailureAnswer.For(HttpContext, FaultTable.FailureFor(HttpContext, fault, isAskedFor ? StatusCodes.Status404NotFound : status));
    }
}
