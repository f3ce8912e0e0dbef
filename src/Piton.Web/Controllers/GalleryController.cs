using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Piton.Application.Images.ListImages;
using Piton.Web.Fragments;
using Piton.Web.Models;
using Piton.Web.Options;
using Piton.Web.Results;
using Piton.Web.Security;

namespace Piton.Web.Controllers;

/// <summary>The gallery.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class GalleryController(IMediator mediator, IOptions<PitonOptions> options) : Controller
{
    [AcceptVerbs("GET", "HEAD", Route = "/")]
    public async Task<IActionResult> Index(string? q, string? sort, string? after, CancellationToken cancellationToken)
    {
        var query = new ListImagesQuery(HttpContext.Actor(), q, sort, after, options.Value.PageSize);
        var result = await mediator.Send(query, cancellationToken);
        return result.ToPage(this, page => this.PageOrFragment(nameof(Index), "_Tiles", new GalleryModel(page, q, sort, after)));
    }
}
