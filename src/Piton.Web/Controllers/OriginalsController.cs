using MediatR;
using Microsoft.AspNetCore.Mvc;
using Piton.Application.Images.OpenOriginal;
using Piton.Domain.Images;
using Piton.Web.Renditions;
using Piton.Web.Results;
using Piton.Web.Security;

namespace Piton.Web.Controllers;

/// <summary>The files as they were sent, for their owners.</summary>
public sealed class OriginalsController(IMediator mediator) : Controller
{
    [HttpGet("/uploads/{id:imageid}/original")]
    [HttpHead("/uploads/{id:imageid}/original")]
    public async Task<IActionResult> Open(ImageId id, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new OpenOriginalQuery(HttpContext.Actor(), id), cancellationToken);
        return result.ToClient(this, opened => OriginalAnswer.Of(HttpContext, opened));
    }
}
