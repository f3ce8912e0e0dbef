using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Images.UploadImage;

/// <summary>Makes a converted upload part of the library: first its files, then its line in the catalogue.</summary>
internal sealed class Keeping(
    IImageStore store, ForgottenFiles files, IImageCatalog catalog, IImageListing listing, StorageQuota quota, KeepPolicy keep, OldAddresses addresses,
    Audit audit, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _lastSteps = new(Interruption.MostUploads);

    public async Task<Result<UploadedImage>> KeepAsync(
        UploadImageCommand request, UploadDetails details, IStagedUpload upload, Conversion conversion, CancellationToken cancellationToken)
    {
        await _lastSteps.WaitAsync(cancellationToken);
        try
        {
            return await KeepInTurnAsync(request, details, upload, conversion, cancellationToken);
        }
        finally
        {
            _lastSteps.Release();
        }
    }

    public void Dispose() => _lastSteps.Dispose();

    private async Task<Result<UploadedImage>> KeepInTurnAsync(
        UploadImageCommand request, UploadDetails details, IStagedUpload upload, Conversion conversion, CancellationToken cancellationToken)
    {
        var image = NewImage.Describe(request, details, upload, conversion, keep, clock.GetUtcNow());
        var commit = await store.CommitAsync(upload, image, conversion.Image.Renditions, cancellationToken);
        if (commit != CommitOutcome.Committed)
        {
            return UploadRefusals.NotCommitted(commit);
        }

        // The files are in place: from here on the upload ends one way or the other, whether its sender waits or not.
        var change = await catalog.AddAsync(image, quota, CancellationToken.None);

        // Of a catalogue that turned read-only nobody knows whether the line is on disk; then the files must stay, and the next start sees to them.
        if (change.Outcome is CatalogOutcome.Duplicate or CatalogOutcome.OverQuota or CatalogOutcome.DiskFull)
        {
            await files.DeleteAsync(image.Id);
        }

        if (change.Outcome == CatalogOutcome.Done)
        {
            await audit.WriteAsync(request.Actor, AuditAction.ImageUploaded, image.Id.ToString(), image.Name);
        }

        return change.Outcome switch
        {
            CatalogOutcome.Done => Result.Created(await addresses.CheckAsync(new UploadedImage(image, Duplicate: false), request.Imported?.OldName)),
            CatalogOutcome.Duplicate => await addresses.KeepAsync(change.Image!, request.Imported?.OldName, CancellationToken.None),
            CatalogOutcome.OverQuota => UploadRefusals.OverQuota(quota, await listing.UsageAsync(image.Owner!.Value, CancellationToken.None)),
            CatalogOutcome.DiskFull => Unavailable.DiskFull(),
            CatalogOutcome.ReadOnly => Unavailable.ReadOnly(),
            CatalogOutcome.Missing => throw new InvalidOperationException("The catalogue misses an image that was being added."),
        };
    }
}
