using MediatR;
using Microsoft.AspNetCore.Mvc;
using Piton.Application.Images.DeleteImages;
using Piton.Application.Images.DownloadImages;
using Piton.Application.Images.RestoreImages;
using Piton.Application.Images.ShareImages;
using Piton.Domain.Images;
using Piton.Web.Downloads;
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

    /// <summary>An archive by a link; an address has room for some 200 ids.</summary>
    [HttpGet("download")]
    public Task<IActionResult> Download([FromQuery] List<ImageId> ids, [FromServices] ZipAnswer zip, CancellationToken cancellationToken) =>
        DownloadAsync(ids, zip, cancellationToken);

    [HttpPost("download")]
    public Task<IActionResult> Download(ImageSelection selection, [FromServices] ZipAnswer zip, CancellationToken cancellationToken) =>
        DownloadAsync(selection.Ids, zip, cancellationToken);

    [HttpPost("restore")]
    public async Task<IActionResult> Restore(ImageSelection selection, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new RestoreImagesCommand(HttpContext.Actor(), selection.Ids), cancellationToken);
        return result.ToApi(this, changed => Ok(ChangedImagesResource.Of(changed)));
    }

    [HttpPost("share")]
    public async Task<IActionResult> Share(ImageSharing sharing, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ShareImagesCommand(HttpContext.Actor(), sharing.Ids, sharing.Visibility), cancellationToken);
        return result.ToApi(this, changed => Ok(ChangedImagesResource.Of(changed)));
    }

    private async Task<IActionResult> DownloadAsync(IReadOnlyList<ImageId> ids, ZipAnswer zip, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new DownloadImagesQuery(HttpContext.Actor(), ids), cancellationToken);
        return result.ToApi(this, zip.Of);
    }
}
