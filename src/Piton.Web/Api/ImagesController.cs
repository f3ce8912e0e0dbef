using MediatR;
using Microsoft.AspNetCore.Mvc;
using Piton.Application.Images.DeleteImage;
using Piton.Application.Images.EditImage;
using Piton.Application.Images.GetImage;
using Piton.Application.Images.ListImages;
using Piton.Application.Images.ListMonths;
using Piton.Application.Images.RestoreImage;
using Piton.Domain.Images;
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

    [HttpGet]
    public async Task<IActionResult> List(string? q, string? sort, string? after, string? whose, [ModelBinder<PageLimitBinder>] int limit = DefaultLimit, CancellationToken cancellationToken = default)
    {
        var result = await mediator.Send(new ListImagesQuery(HttpContext.Actor(), q, sort, after, limit) { Whose = whose }, cancellationToken);
        return result.ToApi(this, page => new OwnedAnswer(page.Items, owners => Ok(ImageListResource.Of(page, owners))));
    }

    [HttpGet("months")]
    public async Task<IActionResult> Months(string? q, string? sort, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ListMonthsQuery(HttpContext.Actor(), q, sort), cancellationToken);
        return result.ToApi(this, months => Ok(MonthListResource.Of(months)));
    }

    [HttpPost]
    [StreamedUpload]
    public async Task<IActionResult> Upload([FromServices] UploadReader uploads, CancellationToken cancellationToken)
    {
        var result = await uploads.ReadOneAsync(Request, HttpContext.Actor(), cancellationToken);
        return result.ToApi(this, UploadAnswer.Of);
    }

    [HttpGet("{id:imageid}")]
    public async Task<IActionResult> Get(ImageId id, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new GetImageQuery(HttpContext.Actor(), id), cancellationToken);
        return result.ToApi(this, Describe);
    }

    [HttpPatch("{id:imageid}")]
    public async Task<IActionResult> Edit(ImageId id, ImageChanges changes, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new EditImageCommand(HttpContext.Actor(), id, changes.Name, changes.Alt, changes.Visibility), cancellationToken);
        return result.ToApi(this, Describe);
    }

    [HttpDelete("{id:imageid}")]
    public async Task<IActionResult> Delete(ImageId id, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new DeleteImageCommand(HttpContext.Actor(), id), cancellationToken);
        return result.ToApi(this, _ => NoContent());
    }

    [HttpPost("{id:imageid}/restore")]
    public async Task<IActionResult> Restore(ImageId id, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new RestoreImageCommand(HttpContext.Actor(), id), cancellationToken);
        return result.ToApi(this, Describe);
    }

    private OwnedAnswer Describe(Image image) => new([image], owners => Ok(ImageResource.Of(image, owners)));
}
