using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Piton.Application.Images.ListImages;
using Piton.Application.Images.ListMonths;
using Piton.Web.Fragments;
using Piton.Web.Models;
using Piton.Web.Options;
using Piton.Web.Results;
using Piton.Web.Routing;
using Piton.Web.Security;

namespace Piton.Web.Controllers;

/// <summary>The gallery, and the same of one's own pictures and of all.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class GalleryController(IMediator mediator, IOptions<PitonOptions> options) : Controller
{
    [AcceptVerbs("GET", "HEAD", Route = LocalPaths.Gallery)]
    public Task<IActionResult> Index(string? q, string? sort, string? after, CancellationToken cancellationToken) =>
        ShowAsync(Whose.Gallery, q, sort, after, cancellationToken);

    /// <summary>The pictures of whoever asks, public or not.</summary>
    [AcceptVerbs("GET", "HEAD", Route = LocalPaths.OwnImages)]
    public Task<IActionResult> Own(string? q, string? sort, string? after, CancellationToken cancellationToken) =>
        ShowAsync(Whose.Own, q, sort, after, cancellationToken);

    /// <summary>The pictures of everybody, public or not, for those who have them in hand.</summary>
    [AcceptVerbs("GET", "HEAD", Route = LocalPaths.AllImages)]
    public Task<IActionResult> All(string? q, string? sort, string? after, CancellationToken cancellationToken) =>
        ShowAsync(Whose.All, q, sort, after, cancellationToken);

    [AcceptVerbs("GET", "HEAD", Route = "/months")]
    public async Task<IActionResult> Months(string? q, string? sort, string? whose, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ListMonthsQuery(HttpContext.Actor(), q, sort) { Whose = whose }, cancellationToken);
        return result.ToPage(
            this, months => this.PageOrFragment(nameof(Months), "_Months", new MonthsModel(months, new GalleryPaths(WhoseNames.FromName(whose)!.Value, q, sort))));
    }

    private async Task<IActionResult> ShowAsync(Whose whose, string? q, string? sort, string? after, CancellationToken cancellationToken)
    {
        var query = new ListImagesQuery(HttpContext.Actor(), q, sort, after, options.Value.PageSize) { Whose = whose.Name() };
        var result = await mediator.Send(query, cancellationToken);
        return result.ToPage(this, page => this.PageOrFragment(nameof(Index), "_Tiles", new GalleryModel(whose, page, q, sort, after)));
    }
}
