using MediatR;
using Microsoft.AspNetCore.Mvc;
using Piton.Application.Images.OpenRendition;
using Piton.Domain.Images;
using Piton.Web.Renditions;
using Piton.Web.Results;
using Piton.Web.Security;

namespace Piton.Web.Controllers;

/// <summary>The bytes of renditions.</summary>
public sealed class RenditionsController(IMediator mediator) : Controller
{
    [HttpGet("/uploads/{id:imageid}/{rendition}")]
    [HttpHead("/uploads/{id:imageid}/{rendition}")]
    public async Task<IActionResult> Open([FromRoute] ImageId id, string rendition, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new OpenRenditionQuery(HttpContext.Actor(), id, rendition), cancellationToken);
        return result.ToClient(this, opened => RenditionAnswer.Of(HttpContext, opened));
    }
}
