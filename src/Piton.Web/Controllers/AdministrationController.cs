using MediatR;
using Microsoft.AspNetCore.Mvc;
using Piton.Application.Library.GetStatistics;
using Piton.Application.Library.ListSettings;
using Piton.Web.Models.Administration;
using Piton.Web.Results;
using Piton.Web.Security;

namespace Piton.Web.Controllers;

/// <summary>How the house stands, for administrators.</summary>
[SafeConnection]
[Route("/admin")]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class AdministrationController(IMediator mediator) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Overview(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new GetStatisticsQuery(HttpContext.Actor()), cancellationToken);
        return result.ToPage(this, statistics => View(new OverviewModel(statistics)));
    }

    [HttpGet("settings")]
    public async Task<IActionResult> Settings(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ListSettingsQuery(HttpContext.Actor()), cancellationToken);
        return result.ToPage(this, settings => View(new SettingsModel(settings)));
    }
}
