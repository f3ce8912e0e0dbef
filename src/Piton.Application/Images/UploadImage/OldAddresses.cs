using Ardalis.Result;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Images.UploadImage;

/// <summary>Lets an image that is there already answer at the old address of another file with the same bytes, and finds out which image does.</summary>
internal sealed class OldAddresses(IImageCatalog catalog)
{
    /// <param name="twin">The image.</param>
    /// <param name="oldName">By which the other file was served; null where it was not.</param>
    /// <param name="cancellationToken">Heeded until the change is on its way to disk.</param>
    public async Task<Result<UploadedImage>> KeepAsync(Image twin, string? oldName, CancellationToken cancellationToken)
    {
        if (oldName is null || twin.OldNames.Contains(oldName))
        {
            return await CheckAsync(new UploadedImage(twin, Duplicate: true), oldName);
        }

        var change = await catalog.UpdateAsync(twin.Id, image => image.AnswerTo(oldName), cancellationToken);
        return change.Outcome switch
        {
            CatalogOutcome.Done when change.Image!.OldNames.Contains(oldName) => await CheckAsync(new UploadedImage(change.Image, Duplicate: true), oldName),
            CatalogOutcome.Done => Result.Conflict($"The same picture has {OldName.MaxOfAnImage} old addresses already, and gets no more."),
            CatalogOutcome.DiskFull => Unavailable.DiskFull(),
            CatalogOutcome.ReadOnly => Unavailable.ReadOnly(),

            // It was removed this moment; it is as good as uploaded and removed.
            CatalogOutcome.Missing or CatalogOutcome.Duplicate or CatalogOutcome.OverQuota => new UploadedImage(twin, Duplicate: true),
        };
    }

    /// <summary>Says of an image that is in the library now whether another answers at its old address: installations can have given the same name to different pictures.</summary>
    /// <param name="uploaded">The image.</param>
    /// <param name="oldName">By which its file was served; null where it was not.</param>
    public async Task<UploadedImage> CheckAsync(UploadedImage uploaded, string? oldName) =>
        oldName is not null && await catalog.FindByOldNameAsync(oldName, CancellationToken.None) is { } other && other.Id != uploaded.Image.Id
            ? uploaded with { AtOldAddress = other.Id }
            : uploaded;
}
