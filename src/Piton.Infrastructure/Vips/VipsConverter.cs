using Piton.Domain.Images;
using Piton.Infrastructure.Mime;

namespace Piton.Infrastructure.Vips;

/// <summary>Inspects and converts by libvips, in this process.</summary>
internal sealed class VipsConverter : IImageConverter
{
    private readonly HeaderReader _headers;

    public VipsConverter(MediaTypeSniffer sniffer)
    {
        VipsRuntime.Start();
        _headers = new HeaderReader(sniffer);
    }

    public Task<InspectResult> InspectAsync(Stream source, CancellationToken cancellationToken) =>
        OnOwnThread(() => _headers.Read(source, cancellationToken), cancellationToken);

    public Task<ConvertedImage?> ConvertAsync(Stream source, ImageHeader header, CancellationToken cancellationToken) =>
        OnOwnThread(() => Convert(source, header.Format, cancellationToken), cancellationToken);

    private static ConvertedImage? Convert(Stream source, ImageFormat format, CancellationToken cancellationToken)
    {
        using var decoded = PixelDecoder.Decode(source, format, cancellationToken);
        return decoded is null
            ? null
            : RenditionMaker.Make(decoded, source.Length, cancellationToken) with { Photo = PhotoFactsReader.Read(decoded.Pixels) };
    }

    /// <summary>A conversion takes seconds, which the threads that serve requests cannot spare.</summary>
    private static Task<T> OnOwnThread<T>(Func<T> work, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
