using MediatR;
using Microsoft.AspNetCore.Mvc;
using Piton.Application.Images.DeleteImage;
using Piton.Application.Images.EditImage;
using Piton.Application.Images.GetImage;
using Piton.Application.Images.ListImages;
using Piton.Application.Images.ListMonths;
using Piton.Application.Images.RestoreImage;
using Piton.Application.Refusals;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Web.Api.Description;
using Piton.Web.Results;
using Piton.Web.Security;
using Piton.Web.Uploads;

namespace Piton.Web.Api;

/// <summary>The REST API of images.</summary>
[ApiController]
[Route("/api/v1/images")]
public sealed class ImagesController(IMediator mediator) : ControllerBase
{
    private const int DefaultLimit = 50;

    /// <summary>Lists images, page by page.</summary>
    /// <param name="q">Words of the name, in any case and with or without accents.</param>
    /// <param name="sort">The order; the newest first where this is left out.</param>
    /// <param name="after">Where the page begins: the next of the page before it.</param>
    /// <param name="whose">Those of the gallery, one's own with the hidden ones, or everybody's, which takes a role that sees them.</param>
    /// <param name="limit">How many to a page, 1 to 200.</param>
    /// <response code="200">A page of images.</response>
    [HttpGet]
    [ApiOperation(Right.ViewImages, ErrorCode.UnknownSort, ErrorCode.UnknownWhose, ErrorCode.BadCursor, ErrorCode.BadLimit, ErrorCode.TextTooLong)]
    [ProducesResponseType<ImageListResource>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> List(
        string? q, string? sort, string? after, string? whose, [FromQuery, ModelBinder<PageLimitBinder>] int limit = DefaultLimit, CancellationToken cancellationToken = default)
    {
        var result = await mediator.Send(new ListImagesQuery(HttpContext.Actor(), q, sort, after, limit) { Whose = whose }, cancellationToken);
        return result.ToApi(this, page => new OwnedAnswer(page.Items, reader => Ok(ImageListResource.Of(page, reader))));
    }

    /// <summary>Counts the images of the gallery by the month in which they were added.</summary>
    /// <param name="q">Words of the name, as for a list.</param>
    /// <param name="sort">The order in which the pages of the months will be asked for.</param>
    /// <param name="whose">Those of the gallery, one's own with the hidden ones, or everybody's, which takes a role that sees them.</param>
    /// <response code="200">The months, each with the cursor at which it begins.</response>
    [HttpGet("months")]
    [ApiOperation(Right.ViewImages, ErrorCode.UnknownSort, ErrorCode.UnknownWhose, ErrorCode.TextTooLong)]
    [ProducesResponseType<MonthListResource>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> Months(string? q, string? sort, string? whose, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ListMonthsQuery(HttpContext.Actor(), q, sort) { Whose = whose }, cancellationToken);
        return result.ToApi(this, months => Ok(MonthListResource.Of(months)));
    }

    /// <summary>Uploads a picture.</summary>
    /// <response code="200">The same bytes of the same owner were there already: that image, with duplicate set.</response>
    /// <response code="201">The image, on disk by now; its address is in Location.</response>
    [HttpPost]
    [StreamedUpload]
    [ApiOperation(
        Right.UploadImages,
        ErrorCode.BadIdempotencyKey, ErrorCode.IdempotencyKeyInUse, ErrorCode.IdempotencyKeyReused, ErrorCode.Malformed, ErrorCode.NoFile, ErrorCode.TooManyFiles, ErrorCode.EmptyFile, ErrorCode.TextTooLong, ErrorCode.UnknownVisibility,
        ErrorCode.QuotaOfImages, ErrorCode.QuotaOfBytes, ErrorCode.TooLarge, ErrorCode.NotMultipart, ErrorCode.UnsupportedType,
        ErrorCode.BrokenImage, ErrorCode.SideTooLong, ErrorCode.TooManyPixels, ErrorCode.TooManyFrames, ErrorCode.TooManyTotalPixels,
        ErrorCode.TooMuchTime, ErrorCode.TooMuchMemory, ErrorCode.Busy, ErrorCode.Interrupted, ErrorCode.DiskFull, ErrorCode.ReadOnly)]
    [ProducesResponseType<ImageResource>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType<ImageResource>(StatusCodes.Status201Created, "application/json")]
    public async Task<IActionResult> Upload([FromServices] UploadReader uploads, CancellationToken cancellationToken)
    {
        var result = await uploads.ReadOneAsync(Request, HttpContext.Actor(), cancellationToken);
        return result.ToApi(this, UploadAnswer.Of);
    }

    /// <summary>Shows an image.</summary>
    /// <param name="id">Which image.</param>
    /// <response code="200">The image.</response>
    [HttpGet("{id:imageid}")]
    [ApiOperation(Right.ViewImages)]
    [ProducesResponseType<ImageResource>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> Get(ImageId id, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new GetImageQuery(HttpContext.Actor(), id), cancellationToken);
        return result.ToApi(this, Describe);
    }

    /// <summary>Changes the name, the description or the visibility of an image.</summary>
    /// <param name="id">Which image.</param>
    /// <param name="changes">What to change; the rest stays as it is.</param>
    /// <response code="200">The image as it is now.</response>
    [HttpPatch("{id:imageid}")]
    [ApiOperation(
        Right.EditImages, ErrorCode.NothingToChange, ErrorCode.NameBlank, ErrorCode.TextTooLong, ErrorCode.UnknownVisibility, ErrorCode.DiskFull, ErrorCode.ReadOnly)]
    [ProducesResponseType<ImageResource>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> Edit(ImageId id, ImageChanges changes, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new EditImageCommand(HttpContext.Actor(), id, changes.Name, changes.Alt, changes.Visibility), cancellationToken);
        return result.ToApi(this, Describe);
    }

    /// <summary>Moves an image to the trash.</summary>
    /// <param name="id">Which image.</param>
    /// <response code="204">It is in the trash.</response>
    [HttpDelete("{id:imageid}")]
    [ApiOperation(Right.DeleteImages, ErrorCode.DiskFull, ErrorCode.ReadOnly)]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Delete(ImageId id, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new DeleteImageCommand(HttpContext.Actor(), id), cancellationToken);
        return result.ToApi(this, _ => NoContent());
    }

    /// <summary>Brings an image back from the trash.</summary>
    /// <param name="id">Which image.</param>
    /// <response code="200">The image, which is out of the trash.</response>
    [HttpPost("{id:imageid}/restore")]
    [ApiOperation(Right.RestoreImages, ErrorCode.AlreadyThere, ErrorCode.DiskFull, ErrorCode.ReadOnly)]
    [ProducesResponseType<ImageResource>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> Restore(ImageId id, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new RestoreImageCommand(HttpContext.Actor(), id), cancellationToken);
        return result.ToApi(this, Describe);
    }

    private OwnedAnswer Describe(Image image) => new([image], reader => Ok(ImageResource.Of(image, reader)));
}
