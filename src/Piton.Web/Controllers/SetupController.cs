using MediatR;
using Microsoft.AspNetCore.Mvc;
using Piton.Application.Accounts;
using Piton.Application.Accounts.SetUp;
using Piton.Web.Models.Accounts;
using Piton.Web.Results;
using Piton.Web.Security;

namespace Piton.Web.Controllers;

/// <summary>The first start, which makes the first administrator. Once there is one, there is nothing here.</summary>
[SafeConnection]
[Route(SetupGuard.Path)]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class SetupController(IMediator mediator, SetupGate gate) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) =>
        await gate.IsOpenAsync(cancellationToken) ? View(new NewAccountModel()) : NotFound();

    [HttpPost(""), Door, ValidateAntiForgeryToken]
    public async Task<IActionResult> SetUp(
        [FromForm] string? code, [FromForm] string? email, [FromForm] string? name, [FromForm] string? password, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new SetUpCommand(HttpContext.Actor(), code, email, name, password, Request.UserAgent()), cancellationToken);
        return await result.ToFormAsync(
            this,
            opened => this.SignedIn(opened, "/"),
            failure => Task.FromResult<IActionResult>(View("Show", new NewAccountModel(email, name, code, failure))));
    }
}
