using MediatR;
using Microsoft.AspNetCore.Mvc;
using Piton.Application.Images.FindImported;
using Piton.Domain.Images;
using Piton.Web.Results;
using Piton.Web.Routing;
using Piton.Web.Security;

namespace Piton.Web.Controllers;

/// <summary>The addresses that imported pictures had elsewhere lead to where they are now.</summary>
public sealed class OldAddressesController(IMediator mediator) : Controller
{
    [HttpGet("/uploads/{oldName}")]
    [HttpHead("/uploads/{oldName}")]
    public async Task<IActionResult> Find([FromRoute] string oldName, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new FindImportedQuery(HttpContext.Actor(), oldName), cancellationToken);

        // For now: who may see a picture can change, and whoever asks again is asked again.
        return result.ToClient(this, image => Redirect(ImagePaths.Rendition(image.Id, RenditionName.Full)));
    }
}
