using Ardalis.Result;
using MediatR;
using Piton.Application.Refusals;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Library;

namespace Piton.Application.Images.UploadImage;

internal sealed class UploadImageHandler(
    IImageStore store, Conversions conversions, IImageCatalog catalog, ILibraryHealth health, ImageLimits limits, KeepPolicy keep, TimeProvider clock)
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
                KeepAsync(upload, NewImage.Describe(request, details, upload, converted, keep, clock.GetUtcNow()), converted.Image, cancellationToken));
        }
    }

    private async Task<Result<UploadedImage>> KeepAsync(
        IStagedUpload upload, Image image, ConvertedImage converted, CancellationToken cancellationToken)
    {
        if (!await store.CommitAsync(upload, image, converted.Renditions, cancellationToken))
        {
            return Unavailable.DiskFull();
        }

        // The files are in place: from here on the upload ends one way or the other, whether its sender waits or not.
        var change = await catalog.AddAsync(image, CancellationToken.None);

        // Of a catalogue that turned read-only nobody knows whether the line is on disk; then the files must stay, and the next start sees to them.
        if (change.Outcome is CatalogOutcome.Duplicate or CatalogOutcome.DiskFull)
        {
            await store.DeleteAsync(image.Id, CancellationToken.None);
        }

        return change.Outcome switch
        {
            CatalogOutcome.Done => Result.Created(new UploadedImage(image, Duplicate: false)),
            CatalogOutcome.Duplicate => new UploadedImage(change.Image!, Duplicate: true),
            CatalogOutcome.DiskFull => Unavailable.DiskFull(),
            CatalogOutcome.ReadOnly => Unavailable.ReadOnly(),
            CatalogOutcome.Missing => throw new InvalidOperationException("The catalogue misses an image that was being added."),
        };
    }
}
