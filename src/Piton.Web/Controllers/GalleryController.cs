using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Piton.Application.Images.ListImages;
using Piton.Application.Images.ListMonths;
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

    [AcceptVerbs("GET", "HEAD", Route = "/months")]
    public async Task<IActionResult> Months(string? q, string? sort, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ListMonthsQuery(HttpContext.Actor(), q, sort), cancellationToken);
        return result.ToPage(this, months => this.PageOrFragment(nameof(Months), "_Months", new MonthsModel(months, new GalleryPaths(q, sort))));
    }
}
