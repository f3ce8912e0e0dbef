using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Piton.Application.Images.DownloadImages;
using Piton.Domain.Images;
using Piton.Web.Models;
using Piton.Web.Routing;

namespace Piton.Web.Downloads;

/// <summary>Answers with an archive.</summary>
public sealed class ZipAnswer(TimeProvider clock, IStringLocalizer<PageTexts> texts)
{
    public IActionResult Of(IAsyncEnumerable<DownloadedImage> images) => new ZipResult(images, clock.GetUtcNow(), MissingNote);

    // With the line breaks of Windows, which every editor knows.
    private string MissingNote(IReadOnlyList<ImageId> missing) => string.Join(
        "\r\n", [texts["These pictures are not in the archive, since they are in the trash, gone or damaged:"], .. missing.Select(ImagePaths.Page), ""]);
}
