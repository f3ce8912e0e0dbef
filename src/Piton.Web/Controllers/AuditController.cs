using MediatR;
using Microsoft.AspNetCore.Mvc;
using Piton.Application.Accounts.ExportAudit;
using Piton.Application.Accounts.ListAudit;
using Piton.Domain.Access;
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

    /// <param name="act">What was done; null for anything. The name <c>action</c> is taken by the framework.</param>
    /// <param name="by">Who did it: the id of an account; null or another text for anybody.</param>
    /// <param name="before">Where the page before ended.</param>
    /// <param name="cancellationToken">Of the request.</param>
    [HttpGet("")]
    public async Task<IActionResult> List(string? act, string? by, long? before, CancellationToken cancellationToken)
    {
        var account = AccountOf(by);
        var result = await mediator.Send(new ListAuditQuery(HttpContext.Actor(), act, account, before, PageSize), cancellationToken);
        return result.ToPage(this, page => View(new AuditModel(page, act, account, before)));
    }

    [HttpGet("export")]
    public async Task<IActionResult> Export(string? act, string? by, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ExportAuditQuery(HttpContext.Actor(), act, AccountOf(by)), cancellationToken);
        return result.ToPage(this, entries => new AuditExport(entries));
    }

    private static AccountId? AccountOf(string? by) => AccountId.TryParse(by, out var id) ? id : null;
}
