using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Piton.Application.Images.DeleteImage;
using Piton.Application.Images.EditImage;
using Piton.Application.Images.GetImage;
using Piton.Application.Images.RestoreImage;
using Piton.Domain.Images;
using Piton.Web.Fragments;
using Piton.Web.Models;
using Piton.Web.Results;
using Piton.Web.Routing;
using Piton.Web.Security;

namespace Piton.Web.Controllers;

/// <summary>The page of one image, and what its plain forms do.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class PictureController(IMediator mediator, IStringLocalizer<PageTexts> texts, PublicAddress address) : Controller
{
    [AcceptVerbs("GET", "HEAD", Route = "/images/{id:imageid}")]
    public Task<IActionResult> Show([FromRoute] ImageId id, CancellationToken cancellationToken) => ShowAsync(id, null, cancellationToken);

    [HttpPost("/images/{id:imageid}/rename"), ValidateAntiForgeryToken]
    public Task<IActionResult> Rename([FromRoute] ImageId id, [FromForm] string? name, [FromForm] string? back, CancellationToken cancellationToken) => EditAsync(
        new EditImageCommand(HttpContext.Actor(), id, Name: name ?? ""),
        name,
        back,
        image => texts["The picture is now called “{0}”.", ShortName.Of(image.Name)],
        cancellationToken);

    [HttpPost("/images/{id:imageid}/describe"), ValidateAntiForgeryToken]
    public Task<IActionResult> Describe([FromRoute] ImageId id, [FromForm] string? alt, [FromForm] string? back, CancellationToken cancellationToken) => EditAsync(
        new EditImageCommand(HttpContext.Actor(), id, Alt: alt ?? ""),
        alt,
        back,
        image => image.Alt is null ? texts["The description is gone; the name stands in for it."] : texts["The description is saved."],
        cancellationToken);

    [HttpPost("/images/{id:imageid}/share"), ValidateAntiForgeryToken]
    public Task<IActionResult> Share([FromRoute] ImageId id, [FromForm] string? visibility, [FromForm] string? back, CancellationToken cancellationToken) => EditAsync(
        new EditImageCommand(HttpContext.Actor(), id, Visibility: visibility ?? ""),
        visibility,
        back,
        image => texts["Who finds the picture: {0}.", texts[image.Visibility.Label()]],
        cancellationToken);

    [HttpPost("/images/{id:imageid}/delete"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Delete([FromRoute] ImageId id, [FromForm] string? back, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new DeleteImageCommand(HttpContext.Actor(), id), cancellationToken);
        return result.ToPage(this, image => this.SeeOther(
            Url.LocalOrHome(back), new Notice(texts["Moved “{0}” to the trash.", ShortName.Of(image.Name)], ImagePaths.Page(id) + "/restore")));
    }

    [HttpPost("/images/{id:imageid}/restore"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Restore([FromRoute] ImageId id, [FromForm] string? back, CancellationToken cancellationToken)
    {
        var page = ImagePaths.Page(id);
        var result = await mediator.Send(new RestoreImageCommand(HttpContext.Actor(), id), cancellationToken);
        return result.ToPage(this, image => this.SeeOther(
            back is null ? page : Url.LocalOrHome(back),
            new Notice(texts["“{0}” is back in the gallery.", ShortName.Of(image.Name)], LinkPath: back is null ? null : page)));
    }

    private async Task<IActionResult> EditAsync(
        EditImageCommand command, string? typed, string? back, Func<Image, string> done, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(command, cancellationToken);
        return await result.ToFormAsync(
            this,
            image => this.SeeOther(LocalPaths.From(ImagePaths.Page(image.Id), back), new Notice(done(image))),
            failure => ShowAsync(command.Id, new RefusedText(failure.Field!, typed ?? "", failure.Message), cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(ImageId id, RefusedText? refused, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new GetImageQuery(HttpContext.Actor(), id), cancellationToken);
        return result.ToPage(this, image => this.PageOrFragment(
            nameof(Show), "_Info", new PictureModel(image, path => address.Of(Request, path), refused)));
    }
}
