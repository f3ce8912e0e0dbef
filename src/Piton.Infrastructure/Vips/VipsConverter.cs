using System.Diagnostics;
using Piton.Domain.Images;
using Piton.Infrastructure.Magick;
using Piton.Infrastructure.Mime;
using Piton.Infrastructure.Vips.Encoding;

namespace Piton.Infrastructure.Vips;

/// <summary>Inspects and converts by libvips, in this process and on this thread. Safe to call from many threads at once.</summary>
internal sealed class VipsConverter
{
    private readonly HeaderReader _headers;

    /// <exception cref="Domain.Library.LibraryException">libvips is not fit to be shown hostile bytes.</exception>
    public VipsConverter(MediaTypeSniffer sniffer)
    {
        VipsRuntime.Start();
        _headers = new HeaderReader(sniffer);
    }

    /// <summary>Reads the header and decodes no pixel.</summary>
    /// <param name="source">Seekable, positioned at its start; left at any position.</param>
    /// <param name="cancellationToken">Ends the work at the next chance.</param>
    public InspectResult Inspect(Stream source, CancellationToken cancellationToken) => _headers.Read(source, cancellationToken);

    /// <summary>Makes every rendition: upright, in sRGB, without metadata.</summary>
    /// <param name="source">Seekable, positioned at its start; left at any position.</param>
    /// <param name="header">What <see cref="Inspect"/> said of the same bytes, within the limits.</param>
    /// <param name="cancellationToken">Ends the work at the next chance.</param>
    /// <returns>Null where the bytes turn out to be damaged.</returns>
    public static ConvertedImage? Convert(Stream source, ImageHeader header, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var watch = Stopwatch.StartNew();
        using var decoded = PixelDecoder.Decode(source, header.Format, cancellationToken);
        if (decoded is null || new RenditionMaker(new SourceFile(source, header.Format), decoded).Make(cancellationToken) is not { } converted)
        {
            return null;
        }

        var report = converted.Report with { Milliseconds = (int)watch.ElapsedMilliseconds, Decoder = DecoderOf(header.Format) };
        return converted with { Report = report, Photo = PhotoFactsReader.Read(decoded.Pixels) };
    }

    private static string DecoderOf(ImageFormat format) => MagickDecoder.Reads(format) ? MagickRuntime.Decoder : VipsRuntime.Decoder;
}
