using MediatR;
using Microsoft.AspNetCore.Mvc;
using Piton.Application.Images.DeleteImages;
using Piton.Application.Images.DownloadImages;
using Piton.Application.Images.RestoreImages;
using Piton.Application.Images.ShareImages;
using Piton.Application.Refusals;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Web.Api.Description;
using Piton.Web.Downloads;
using Piton.Web.Results;
using Piton.Web.Security;

namespace Piton.Web.Api;

/// <summary>The REST API of many images at once.</summary>
[ApiController]
[Route("/api/v1/images")]
public sealed class SelectionsController(IMediator mediator) : ControllerBase
{
    /// <summary>Moves many images to the trash.</summary>
    /// <param name="selection">Which images.</param>
    /// <response code="200">What became of each.</response>
    [HttpPost("delete")]
    [ApiOperation(Right.DeleteImages, ErrorCode.NothingSelected, ErrorCode.TooManySelected, ErrorCode.DiskFull, ErrorCode.ReadOnly)]
    [ProducesResponseType<ChangedImagesResource>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> Delete(ImageSelection selection, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new DeleteImagesCommand(HttpContext.Actor(), selection.Ids), cancellationToken);
        return result.ToApi(this, changed => Ok(ChangedImagesResource.Of(changed)));
    }

    /// <summary>Downloads some images as one archive, by a link; an address has room for some 200 ids.</summary>
    /// <param name="ids">Which images; the parameter comes once for each.</param>
    /// <response code="200">A ZIP archive; missing.txt in it names those that could not be put in.</response>
    [HttpGet("download")]
    [ApiOperation(Right.ViewImages, ErrorCode.NothingSelected, ErrorCode.TooManySelected)]
    [ProducesResponseType<Stream>(StatusCodes.Status200OK, "application/zip")]
    public Task<IActionResult> Download([FromQuery] List<ImageId> ids, [FromServices] ZipAnswer zip, CancellationToken cancellationToken) =>
        DownloadAsync(ids, zip, cancellationToken);

    /// <summary>Downloads many images as one archive.</summary>
    /// <param name="selection">Which images.</param>
    /// <response code="200">A ZIP archive; missing.txt in it names those that could not be put in.</response>
    [HttpPost("download")]
    [ApiOperation(Right.ViewImages, ErrorCode.NothingSelected, ErrorCode.TooManySelected)]
    [ProducesResponseType<Stream>(StatusCodes.Status200OK, "application/zip")]
    public Task<IActionResult> Download(ImageSelection selection, [FromServices] ZipAnswer zip, CancellationToken cancellationToken) =>
        DownloadAsync(selection.Ids, zip, cancellationToken);

    /// <summary>Brings many images back from the trash.</summary>
    /// <param name="selection">Which images.</param>
    /// <response code="200">What became of each.</response>
    [HttpPost("restore")]
    [ApiOperation(Right.RestoreImages, ErrorCode.NothingSelected, ErrorCode.TooManySelected, ErrorCode.DiskFull, ErrorCode.ReadOnly)]
    [ProducesResponseType<ChangedImagesResource>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> Restore(ImageSelection selection, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new RestoreImagesCommand(HttpContext.Actor(), selection.Ids), cancellationToken);
        return result.ToApi(this, changed => Ok(ChangedImagesResource.Of(changed)));
    }

    /// <summary>Changes who finds many images.</summary>
    /// <param name="sharing">Which images, and who is to find them.</param>
    /// <response code="200">What became of each.</response>
    [HttpPost("share")]
    [ApiOperation(
        Right.ShareImages, ErrorCode.NothingSelected, ErrorCode.TooManySelected, ErrorCode.UnknownVisibility, ErrorCode.DiskFull, ErrorCode.ReadOnly)]
    [ProducesResponseType<ChangedImagesResource>(StatusCodes.Status200OK, "application/json")]
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
