using System.Diagnostics;
using Piton.Domain.Images;
using Piton.Infrastructure.Mime;
using Piton.Infrastructure.Vips.Encoding;

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
        var watch = Stopwatch.StartNew();
        using var decoded = PixelDecoder.Decode(source, format, cancellationToken);
        if (decoded is null)
        {
            return null;
        }

        var converted = new RenditionMaker(new SourceFile(source, format), decoded).Make(cancellationToken);
        var report = converted.Report with { Milliseconds = (int)watch.ElapsedMilliseconds, Decoder = VipsRuntime.Decoder };
        return converted with { Report = report };
    }

    /// <summary>A conversion takes seconds, which the threads that serve requests cannot spare.</summary>
    private static Task<T> OnOwnThread<T>(Func<T> work, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
