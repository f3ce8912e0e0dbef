using Ardalis.Result;
using Piton.Domain.Images;

namespace Piton.Application.Images.UploadImage;

/// <summary>Makes a staged upload an image, unless it is one already.</summary>
internal sealed class Intake(IImageCatalog catalog, Conversions conversions, Keeping keeping, OwnerCheck owners, OldAddresses addresses)
{
    public async Task<Result<UploadedImage>> TakeAsync(
        UploadTurn turn, UploadImageCommand request, UploadDetails details, IStagedUpload upload, CancellationToken cancellationToken)
    {
        var payload = UploadPayload.HashOf(upload.Hash, request.FileName, details);
        if (turn.Earlier is { } earlier && earlier.Payload != payload)
        {
            return KeyRefusals.Reused();
        }

        // One that was deleted since is uploaded anew.
        if (turn.Earlier is { } first && await catalog.GetAsync(first.Image, cancellationToken) is { IsInTrash: false } image)
        {
            return new UploadedImage(image, first.Duplicate);
        }

        var result = await AddAsync(request, details, upload, cancellationToken);
        if (result.IsSuccess)
        {
            turn.Keep(payload, result.Value);
        }

        return result;
    }

    private async Task<Result<UploadedImage>> AddAsync(
        UploadImageCommand request, UploadDetails details, IStagedUpload upload, CancellationToken cancellationToken)
    {
        if (!await owners.IsThereAsync(request.Owner))
        {
            return Result.Forbidden();
        }

        if (await catalog.FindDuplicateAsync(request.Owner, upload.Hash, cancellationToken) is { } twin)
        {
            return await addresses.KeepAsync(twin, request.Imported?.OldName, cancellationToken);
        }

        var conversion = await conversions.ConvertAsync(upload, cancellationToken);
        var kept = await conversion.BindAsync(converted =>
            keeping.KeepAsync(request, details, upload, converted, cancellationToken));
        return await owners.CheckAsync(request.Actor, kept);
    }
}
