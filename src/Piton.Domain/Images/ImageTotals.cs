namespace Piton.Domain.Images;

/// <summary>How much the whole library holds.</summary>
/// <param name="Public">Images that everybody finds, those in the trash not counted.</param>
/// <param name="Unlisted">Images that are <see cref="Visibility.Unlisted"/>, those in the trash not counted.</param>
/// <param name="Private">Images that are <see cref="Visibility.Private"/>, those in the trash not counted.</param>
/// <param name="Trashed">Images in the trash.</param>
/// <param name="SourceBytes">Bytes of all sources as they were sent, the trash included.</param>
/// <param name="FullBytes">Bytes of all their renditions <see cref="RenditionName.Full"/>.</param>
/// <param name="StoredBytes">The sum of their <see cref="Image.StoredBytes"/>.</param>
public sealed record ImageTotals(long Public, long Unlisted, long Private, long Trashed, long SourceBytes, long FullBytes, long StoredBytes)
{
    /// <summary>Images that are not in the trash.</summary>
    public long Shown => Public + Unlisted + Private;

    /// <summary>By how many bytes conversion made them smaller, as each <see cref="ConversionReport.SavedBytes"/>; negative where they grew.</summary>
    public long SavedBytes => SourceBytes - FullBytes;
}
