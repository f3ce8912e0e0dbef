using Ardalis.Result;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Piton.Application.Accounts.BeginTwoFactor;
using Piton.Application.Accounts.ChangePassword;
using Piton.Application.Accounts.CheckToken;
using Piton.Application.Accounts.CreateToken;
using Piton.Application.Accounts.DeleteAccount;
using Piton.Application.Accounts.DisableTwoFactor;
using Piton.Application.Accounts.EditProfile;
using Piton.Application.Accounts.EnableTwoFactor;
using Piton.Application.Accounts.EndSessions;
using Piton.Application.Accounts.GetAccount;
using Piton.Application.Accounts.RevokeToken;
using Piton.Domain.Access;
using Piton.Web.Downloads;
using Piton.Web.Models;
using Piton.Web.Models.Accounts;
using Piton.Web.Results;
using Piton.Web.Routing;
using Piton.Web.Security;

namespace Piton.Web.Controllers;

/// <summary>One's own account.</summary>
[SafeConnection]
[Route("/account")]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class AccountController(IMediator mediator, IStringLocalizer<PageTexts> texts) : Controller
{
    private const string Home = "/account";

    [HttpGet("")]
    public Task<IActionResult> Show(CancellationToken cancellationToken) => ShowAsync(model => model, cancellationToken);

    [HttpPost("profile"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Profile([FromForm] string? name, CancellationToken cancellationToken) => await DoneAsync(
        "profile", await mediator.Send(new EditProfileCommand(HttpContext.Actor(), name), cancellationToken), texts["Your name is saved."], cancellationToken);

    [HttpPost("password"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Password([FromForm] string? password, [FromForm] string? newPassword, CancellationToken cancellationToken) => await DoneAsync(
        "password",
        await mediator.Send(new ChangePasswordCommand(HttpContext.Actor(), password, newPassword), cancellationToken),
        texts["Your password is changed. You are signed out everywhere else."],
        cancellationToken);

    [HttpPost("two-factor/begin"), ValidateAntiForgeryToken]
    public async Task<IActionResult> BeginTwoFactor(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new BeginTwoFactorCommand(HttpContext.Actor()), cancellationToken);
        return result.ToPage(this, _ => this.SeeOther($"{Home}#two-factor"));
    }

    [HttpPost("two-factor/enable"), ValidateAntiForgeryToken]
    public async Task<IActionResult> EnableTwoFactor([FromForm] string? password, [FromForm] string? code, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new EnableTwoFactorCommand(HttpContext.Actor(), password, code), cancellationToken);
        return await ShowingAsync("two-factor", result, (model, codes) => model with { RecoveryCodes = codes }, cancellationToken);
    }

    [HttpPost("two-factor/disable"), ValidateAntiForgeryToken]
    public async Task<IActionResult> DisableTwoFactor([FromForm] string? password, CancellationToken cancellationToken) => await DoneAsync(
        "two-factor",
        await mediator.Send(new DisableTwoFactorCommand(HttpContext.Actor(), password), cancellationToken),
        texts["The second factor is off."],
        cancellationToken);

    [HttpPost("sessions/end"), ValidateAntiForgeryToken]
    public async Task<IActionResult> EndSessions([FromForm] SessionId? session, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new EndSessionsCommand(HttpContext.Actor(), session), cancellationToken);
        return result.ToPage(this, _ => this.SeeOther(Home, new Notice(texts["Signed out there."])));
    }

    [HttpPost("tokens"), ValidateAntiForgeryToken]
    public async Task<IActionResult> CreateToken(
        [FromForm] string? name, [FromForm] List<string> scopes, [FromForm] int? days, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new CreateTokenCommand(HttpContext.Actor(), null, name, scopes, days), cancellationToken);
        return await ShowingAsync("tokens", result, (model, token) => model with { NewToken = token }, cancellationToken);
    }

    /// <summary>The configuration of ShareX with a token that was made here; it is not kept, so it comes with the request.</summary>
    [HttpPost("tokens/sharex"), ValidateAntiForgeryToken]
    public async Task<IActionResult> ShareX([FromForm] string? token, [FromServices] PublicAddress address, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new CheckTokenQuery(HttpContext.Actor(), token), cancellationToken);
        return await result.ToFormAsync(
            this, _ => new ShareXConfiguration(address.Of(Request, ""), token!.Trim()), failure => AgainAsync("sharex", failure, cancellationToken));
    }

    [HttpPost("tokens/revoke"), ValidateAntiForgeryToken]
    public async Task<IActionResult> RevokeToken([FromForm] TokenId token, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new RevokeTokenCommand(HttpContext.Actor(), null, token), cancellationToken);
        return result.ToPage(this, _ => this.SeeOther(Home, new Notice(texts["The token is revoked."])));
    }

    [HttpPost("delete"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Delete([FromForm] string? password, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new DeleteAccountCommand(HttpContext.Actor(), password), cancellationToken);
        return await result.ToFormAsync(
            this,
            _ =>
            {
                SessionCookie.Delete(HttpContext);
                return this.SeeOther("/", new Notice(texts["Your account is deleted."]));
            },
            failure => AgainAsync("delete", failure, cancellationToken));
    }

    private Task<IActionResult> DoneAsync(string form, Result<Account> result, LocalizedString notice, CancellationToken cancellationToken) => result.ToFormAsync(
        this, _ => this.SeeOther(Home, new Notice(notice)), failure => AgainAsync(form, failure, cancellationToken));

    // What is told once is not led on from, so that it is seen; the page says so.
    private Task<IActionResult> ShowingAsync<T>(
        string form, Result<T> result, Func<ProfileModel, T, ProfileModel> with, CancellationToken cancellationToken) => result.ToFormAsync(
        this, value => ShowAsync(model => with(model, value), cancellationToken), failure => AgainAsync(form, failure, cancellationToken));

    private Task<IActionResult> AgainAsync(string form, Failure failure, CancellationToken cancellationToken) =>
        ShowAsync(model => model with { RefusedForm = form, Failure = failure }, cancellationToken);

    private async Task<IActionResult> ShowAsync(Func<ProfileModel, ProfileModel> with, CancellationToken cancellationToken)
    {
        var actor = HttpContext.Actor();
        var result = await mediator.Send(new GetAccountQuery(actor, null), cancellationToken);
        return result.ToPage(this, overview => View("Show", with(new ProfileModel(overview, actor.Session))));
    }
}
