namespace Piton.Domain.Images;

/// <summary>The work on one source: it is inspected, then converted or not, each at most once and in this order. Disposing of it gives it up.</summary>
public interface IConversionJob : IAsyncDisposable
{
    /// <summary>Reads the header and decodes no pixel, so that limits can be applied first.</summary>
    /// <param name="cancellationToken">Ends the work at once.</param>
    /// <exception cref="IOException">The source could not be read.</exception>
    Task<InspectResult> InspectAsync(CancellationToken cancellationToken);

    /// <summary>Makes every rendition: upright, in sRGB, without metadata. Only of a source that was <see cref="InspectOutcome.Readable"/>.</summary>
    /// <param name="cancellationToken">Ends the work at once.</param>
    Task<ConvertResult> ConvertAsync(CancellationToken cancellationToken);
}
