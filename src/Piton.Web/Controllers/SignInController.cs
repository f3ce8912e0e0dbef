using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Piton.Application.Accounts.ConfirmSignIn;
using Piton.Application.Accounts.Register;
using Piton.Application.Accounts.ResetPassword;
using Piton.Application.Accounts.SignIn;
using Piton.Application.Accounts.SignOut;
using Piton.Web.Models;
using Piton.Web.Models.Accounts;
using Piton.Web.Results;
using Piton.Web.Security;

namespace Piton.Web.Controllers;

/// <summary>The way in and the way out.</summary>
[SafeConnection]
[Route("/account")]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class SignInController(IMediator mediator, IStringLocalizer<PageTexts> texts) : Controller
{
    [HttpGet("sign-in")]
    public IActionResult SignIn(string? returnUrl) => View(new SignInModel(null, false, returnUrl));

    [HttpPost("sign-in"), Door, ValidateAntiForgeryToken]
    public async Task<IActionResult> SignIn(
        [FromForm] string? email, [FromForm] string? password, [FromForm] bool remember, [FromForm] string? returnUrl, CancellationToken cancellationToken)
    {
        var command = new SignInCommand(HttpContext.Actor(), email, password, remember, Request.UserAgent()) { KnownBrowser = SessionCookie.ReadKnownBrowser(HttpContext) };
        var result = await mediator.Send(command, cancellationToken);
        return await result.ToFormAsync(
            this,
            step => step.Session is { } opened ? this.SignedIn(opened, returnUrl) : View("Code", new CodeModel(step.Ticket, returnUrl)),
            failure => Task.FromResult<IActionResult>(View(new SignInModel(email, remember, returnUrl, failure))));
    }

    [HttpPost("code"), Door, ValidateAntiForgeryToken]
    public async Task<IActionResult> Code(
        [FromForm] string? ticket, [FromForm] string? code, [FromForm] string? returnUrl, CancellationToken cancellationToken)
    {
        var command = new ConfirmSignInCommand(HttpContext.Actor(), ticket, code, Request.UserAgent()) { KnownBrowser = SessionCookie.ReadKnownBrowser(HttpContext) };
        var result = await mediator.Send(command, cancellationToken);
        return await result.ToFormAsync(
            this,
            opened => this.SignedIn(opened, returnUrl),
            failure => Task.FromResult<IActionResult>(View(new CodeModel(ticket, returnUrl, failure))));
    }

    [HttpGet("register")]
    public IActionResult Register() => View(new NewAccountModel());

    [HttpPost("register"), Door, ValidateAntiForgeryToken]
    public async Task<IActionResult> Register(
        [FromForm] string? email, [FromForm] string? name, [FromForm] string? password, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new RegisterCommand(HttpContext.Actor(), email, name, password, Request.UserAgent()), cancellationToken);
        return await result.ToFormAsync(
            this,
            opened => this.SignedIn(opened, "/account"),
            failure => Task.FromResult<IActionResult>(View(new NewAccountModel(email, name, Failure: failure))));
    }

    [HttpGet("reset")]
    public IActionResult Reset(string? ticket) => View(new ResetModel(ticket));

    [HttpPost("reset"), Door, ValidateAntiForgeryToken]
    public async Task<IActionResult> Reset([FromForm] string? ticket, [FromForm] string? password, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ResetPasswordCommand(HttpContext.Actor(), ticket, password), cancellationToken);
        return await result.ToFormAsync(
            this,
            _ => this.SeeOther("/account/sign-in", new Notice(texts["The new password is set. Sign in with it."])),
            failure => Task.FromResult<IActionResult>(View(new ResetModel(ticket, failure))));
    }

    [HttpPost("sign-out"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Leave(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new SignOutCommand(HttpContext.Actor()), cancellationToken);
        return result.ToPage(this, _ =>
        {
            SessionCookie.Delete(HttpContext);
            return this.SeeOther("/", new Notice(texts["You are signed out."]));
        });
    }
}
