using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Piton.Application.Images;
using Piton.Application.Images.DeleteImages;
using Piton.Application.Images.DownloadImages;
using Piton.Application.Images.RestoreImages;
using Piton.Application.Images.ShareImages;
using Piton.Domain.Images;
using Piton.Web.Downloads;
using Piton.Web.Models;
using Piton.Web.Results;
using Piton.Web.Routing;
using Piton.Web.Security;
using Piton.Web.Selections;

namespace Piton.Web.Controllers;

/// <summary>What plain forms do with many images at once.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class SelectionController(IMediator mediator, IStringLocalizer<PageTexts> texts, RecentDeletions deletions) : Controller
{
    /// <param name="ids">The images.</param>
    /// <param name="back">The page to come back to; the gallery where that is none of Piton's.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    [HttpPost("/images/delete"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Delete([FromForm] List<ImageId> ids, [FromForm] string? back, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new DeleteImagesCommand(HttpContext.Actor(), ids), cancellationToken);
        return result.ToPage(this, changed => this.SeeOther(Url.LocalOrHome(back), Deleted([.. Done(changed)])));
    }

    /// <inheritdoc cref="Delete"/>
    [HttpPost("/images/restore"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Restore([FromForm] List<ImageId> ids, [FromForm] string? back, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new RestoreImagesCommand(HttpContext.Actor(), ids), cancellationToken);
        return result.ToPage(this, changed => this.SeeOther(Url.LocalOrHome(back), Restored(Done(changed).Count())));
    }

    /// <inheritdoc cref="Delete"/>
    /// <param name="visibility">One of <see cref="Visibilities.Names"/>.</param>
    [HttpPost("/images/share"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Share(
        [FromForm] List<ImageId> ids, [FromForm] string? visibility, [FromForm] string? back, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ShareImagesCommand(HttpContext.Actor(), ids, visibility ?? ""), cancellationToken);
        return result.ToPage(this, changed => this.SeeOther(Url.LocalOrHome(back), Shared(Done(changed).Count())));
    }

    /// <summary>Restores what was deleted together.</summary>
    /// <param name="key">From <see cref="RecentDeletions"/>.</param>
    /// <param name="back">The page to come back to; the gallery where that is none of Piton's.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    [HttpPost("/images/undo/{key}"), ValidateAntiForgeryToken]
    public Task<IActionResult> Undo([FromRoute] string key, [FromForm] string? back, CancellationToken cancellationToken) =>
        deletions.Find(key) is { } ids
            ? Restore([.. ids], back, cancellationToken)
            : Task.FromResult(this.SeeOther("/trash", new Notice(texts["This cannot be undone here any more. Restore the pictures from the trash."])));

    [HttpPost("/images/download"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Download(
        [FromForm] List<ImageId> ids, [FromServices] ZipAnswer zip, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new DownloadImagesQuery(HttpContext.Actor(), ids), cancellationToken);
        return result.ToPage(this, zip.Of);
    }

    private static IEnumerable<ImageId> Done(IEnumerable<ChangedImage> changed) =>
        changed.Where(image => image.Outcome == SelectionOutcome.Done).Select(image => image.Id);

    private Notice Deleted(IReadOnlyList<ImageId> ids) => new(
        texts["Moved to the trash: {0:N0}.", ids.Count], ids.Count == 0 ? null : $"/images/undo/{deletions.Keep(ids)}");

    private Notice Shared(int count) => new(texts["Changed who finds it: {0:N0}.", count]);

    private Notice Restored(int count) => new(texts["Back in the gallery: {0:N0}.", count]);
}
