using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Piton.Application.Images.EmptyTrash;
using Piton.Application.Images.ListTrash;
using Piton.Domain.Images;
using Piton.Web.Models;
using Piton.Web.Options;
using Piton.Web.Results;
using Piton.Web.Security;

namespace Piton.Web.Controllers;

/// <summary>The trash.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class TrashController(
    IMediator mediator, IOptions<PitonOptions> options, TrashPolicy policy, IStringLocalizer<PageTexts> texts) : Controller
{
    [AcceptVerbs("GET", "HEAD", Route = "/trash")]
    public async Task<IActionResult> Index(string? after, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ListTrashQuery(HttpContext.Actor(), after, options.Value.PageSize), cancellationToken);
        return result.ToPage(this, page => View(new TrashModel(page, policy, after)));
    }

    [HttpPost("/trash/empty"), ValidateAntiForgeryToken]
    public async Task<IActionResult> EmptyTrash(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new EmptyTrashCommand(HttpContext.Actor()), cancellationToken);
        return result.ToPage(this, count => this.SeeOther("/trash", new Notice(texts["Removed for good: {0:N0}.", count])));
    }
}
