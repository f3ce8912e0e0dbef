using Ardalis.Result;
using MediatR;
using Piton.Application.Refusals;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Library;

namespace Piton.Application.Images.UploadImage;

internal sealed class UploadImageHandler(
    IImageStore store, Conversions conversions, Keeping keeping, IImageCatalog catalog, ILibraryHealth health, ImageLimits limits)
    : IRequestHandler<UploadImageCommand, Result<UploadedImage>>
{
    public async Task<Result<UploadedImage>> Handle(UploadImageCommand request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.UploadImages))
        {
            return Result.Forbidden();
        }

        if (health.IsReadOnly)
        {
            return Unavailable.ReadOnly();
        }

        var staging = await store.StageAsync(request.Content, limits.MaxFileBytes, cancellationToken);
        if (staging.Upload is not { } upload)
        {
            return UploadRefusals.NotStaged(staging.Outcome, limits);
        }

        await using (upload)
        {
            var details = await request.Details.WaitAsync(cancellationToken);
            if (UploadRefusals.BadDetails(details) is { } refusal)
            {
                return refusal;
            }

            if (await catalog.FindDuplicateAsync(request.Actor.Account, upload.Hash, cancellationToken) is { } twin)
            {
                return new UploadedImage(twin, Duplicate: true);
            }

            var conversion = await conversions.ConvertAsync(upload, cancellationToken);
            return await conversion.BindAsync(converted =>
                keeping.KeepAsync(request, details, upload, converted, cancellationToken));
        }
    }
}
