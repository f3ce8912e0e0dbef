using Ardalis.Result;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Piton.Application.Accounts.ChangeRole;
using Piton.Application.Accounts.DisableAccount;
using Piton.Application.Accounts.GetAccount;
using Piton.Application.Accounts.ListAccounts;
using Piton.Application.Accounts.MakeResetLink;
using Piton.Domain.Access;
using Piton.Web.Models;
using Piton.Web.Models.Accounts;
using Piton.Web.Models.Administration;
using Piton.Web.Results;
using Piton.Web.Routing;
using Piton.Web.Security;

namespace Piton.Web.Controllers;

/// <summary>The accounts, for administrators.</summary>
[SafeConnection]
[Route("/admin/users")]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class UsersController(IMediator mediator, IStringLocalizer<PageTexts> texts, PublicAddress address) : Controller
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> List(string? q, string? role, string? after, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ListAccountsQuery(HttpContext.Actor(), q, role, after, PageSize), cancellationToken);
        return result.ToPage(this, page => View(new UsersModel(page, q, role, after)));
    }

    [HttpGet("{id:accountid}")]
    public Task<IActionResult> Show([FromRoute] AccountId id, CancellationToken cancellationToken) => ShowAsync(id, model => model, cancellationToken);

    [HttpPost("{id:accountid}/role"), ValidateAntiForgeryToken]
    public async Task<IActionResult> ChangeRole([FromRoute] AccountId id, [FromForm] string? role, CancellationToken cancellationToken) => await DoneAsync(
        await mediator.Send(new ChangeRoleCommand(HttpContext.Actor(), id, role), cancellationToken),
        account => texts["{0} is now: {1}.", account.Name, texts[account.Role.Label()]],
        id,
        cancellationToken);

    [HttpPost("{id:accountid}/disable"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Disable([FromRoute] AccountId id, [FromForm] bool disable, CancellationToken cancellationToken) => await DoneAsync(
        await mediator.Send(new DisableAccountCommand(HttpContext.Actor(), id, disable), cancellationToken),
        account => account.IsDisabled ? texts["The account of {0} is disabled.", account.Name] : texts["The account of {0} is open again.", account.Name],
        id,
        cancellationToken);

    [HttpPost("{id:accountid}/reset"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Reset([FromRoute] AccountId id, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new MakeResetLinkCommand(HttpContext.Actor(), id), cancellationToken);
        return await result.ToFormAsync(
            this,
            link => ShowAsync(
                id,
                model => model with
                {
                    ResetLink = address.Of(Request, $"/account/reset?ticket={Uri.EscapeDataString(link.Ticket)}"), ResetUntil = link.Until,
                },
                cancellationToken),
            failure => AgainAsync(id, failure, cancellationToken));
    }

    private Task<IActionResult> DoneAsync(Result<Account> result, Func<Account, LocalizedString> notice, AccountId id, CancellationToken cancellationToken) =>
        result.ToFormAsync(
            this,
            account => this.SeeOther($"/admin/users/{account.Id}", new Notice(notice(account))),
            failure => AgainAsync(id, failure, cancellationToken));

    private Task<IActionResult> AgainAsync(AccountId id, Failure failure, CancellationToken cancellationToken) =>
        ShowAsync(id, model => model with { Failure = failure }, cancellationToken);

    private async Task<IActionResult> ShowAsync(AccountId id, Func<UserModel, UserModel> with, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new GetAccountQuery(HttpContext.Actor(), id), cancellationToken);
        return result.ToPage(this, overview => View("Show", with(new UserModel(overview))));
    }
}
