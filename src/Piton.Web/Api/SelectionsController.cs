using MediatR;
using Microsoft.AspNetCore.Mvc;
using Piton.Application.Images.DeleteImages;
using Piton.Application.Images.RestoreImages;
using Piton.Web.Results;
using Piton.Web.Security;

namespace Piton.Web.Api;

/// <summary>The REST API of many images at once.</summary>
[ApiController]
[Route("/api/v1/images")]
public sealed class SelectionsController(IMediator mediator) : ControllerBase
{
    [HttpPost("delete")]
    public async Task<IActionResult> Delete(ImageSelection selection, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new DeleteImagesCommand(HttpContext.Actor(), selection.Ids), cancellationToken);
        return result.ToApi(this, changed => Ok(ChangedImagesResource.Of(changed)));
    }

    [HttpPost("restore")]
    public async Task<IActionResult> Restore(ImageSelection selection, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new RestoreImagesCommand(HttpContext.Actor(), selection.Ids), cancellationToken);
        return result.ToApi(this, changed => Ok(ChangedImagesResource.Of(changed)));
    }
}
