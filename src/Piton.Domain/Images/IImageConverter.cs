namespace Piton.Domain.Images;

/// <summary>Reads pictures that may be hostile, and makes WebP of them. Safe to call from many threads at once.</summary>
public interface IImageConverter
{
    /// <summary>Reads the header and decodes no pixel, so that limits can be applied first.</summary>
    /// <param name="source">Seekable, positioned at its start; left at any position.</param>
    /// <param name="cancellationToken">Ends the work at the next chance.</param>
    Task<InspectResult> InspectAsync(Stream source, CancellationToken cancellationToken);

    /// <summary>Makes every rendition: upright, in sRGB, without metadata.</summary>
    /// <param name="source">Seekable, positioned at its start; left at any position.</param>
    /// <param name="header">What <see cref="InspectAsync"/> said of the same bytes, within the limits.</param>
    /// <param name="cancellationToken">Ends the work at the next chance.</param>
    /// <returns>Null where the bytes turn out to be damaged.</returns>
    Task<ConvertedImage?> ConvertAsync(Stream source, ImageHeader header, CancellationToken cancellationToken);
}
