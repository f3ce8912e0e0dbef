using MediatR;
using Microsoft.AspNetCore.Mvc;
using Piton.Application.Accounts.ExportAudit;
using Piton.Application.Accounts.ListAudit;
using Piton.Web.Downloads;
using Piton.Web.Models.Administration;
using Piton.Web.Results;
using Piton.Web.Security;

namespace Piton.Web.Controllers;

/// <summary>Who did what, for administrators.</summary>
[SafeConnection]
[Route("/admin/audit")]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class AuditController(IMediator mediator) : Controller
{
    private const int PageSize = 100;

    /// <param name="form">Which entries.</param>
    /// <param name="before">Where the page before ended.</param>
    /// <param name="cancellationToken">Of the request.</param>
    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] AuditForm form, long? before, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ListAuditQuery(HttpContext.Actor(), form.ToFilter(), before, PageSize), cancellationToken);
        return result.ToPage(this, page => View(new AuditModel(page, form, before)));
    }

    [HttpGet("export")]
    public async Task<IActionResult> Export([FromQuery] AuditForm form, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ExportAuditQuery(HttpContext.Actor(), form.ToFilter()), cancellationToken);
        return result.ToPage(this, entries => new AuditExport(entries));
    }
}
