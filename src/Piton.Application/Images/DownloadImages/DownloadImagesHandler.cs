using System.Runtime.CompilerServices;
using Ardalis.Result;
using MediatR;
using Microsoft.Extensions.Logging;
using Piton.Application.Images.OpenRendition;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.DownloadImages;

internal sealed partial class DownloadImagesHandler(IImageCatalog catalog, IImageStore store, ILogger<DownloadImagesHandler> logger)
    : IRequestHandler<DownloadImagesQuery, Result<IAsyncEnumerable<DownloadedImage>>>
{
    public Task<Result<IAsyncEnumerable<DownloadedImage>>> Handle(DownloadImagesQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(request.Actor.May(Right.ViewImages)
            ? Result.Success(OpenEachAsync(request.Actor, [.. request.Ids.Distinct()], cancellationToken))
            : Result.Forbidden());

    // Each is opened when it is its turn, so that a thousand images take one open file.
    private async IAsyncEnumerable<DownloadedImage> OpenEachAsync(
        Actor actor, ImageId[] ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            yield return new DownloadedImage(id, await OpenAsync(actor, id, cancellationToken));
        }
    }

    private async Task<OpenedRendition?> OpenAsync(Actor actor, ImageId id, CancellationToken cancellationToken)
    {
        try
        {
            return await catalog.GetAsync(id, cancellationToken) is { } image
                && actor.MaySee(image)
                && await store.OpenAsync(id, image.Full, cancellationToken) is { } content
                ? new OpenedRendition(image, image.Full, content)
                : null;
        }
        catch (InvalidDataException fault)
        {
            // The others are not to be lost for it.
            LogDamaged(id, fault);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Image {Id} is damaged, and was left out of a download; piton verify says more")]
    private partial void LogDamaged(ImageId id, Exception fault);
}
