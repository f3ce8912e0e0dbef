using NetVips;
using Piton.Domain.Images;
using Piton.Infrastructure.Magick;
using Piton.Infrastructure.Mime;

namespace Piton.Infrastructure.Vips;

/// <summary>Reads what the header of a source says and decodes no pixel.</summary>
internal sealed class HeaderReader(MediaTypeSniffer sniffer)
{
    /// <param name="source">Seekable, positioned at its start.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public InspectResult Read(Stream source, CancellationToken cancellationToken)
    {
        var mediaType = sniffer.MediaTypeOf(ReadHead(source));
        if (FormatOf(mediaType) is not { } format)
        {
            return new InspectResult(InspectOutcome.UnsupportedType, null, mediaType);
        }

        source.Position = 0;
        var header = MagickDecoder.Reads(format)
            ? MagickDecoder.ReadHeader(source, format, cancellationToken)
            : ReadHeader(source, format, cancellationToken);
        return new InspectResult(header is null ? InspectOutcome.Broken : InspectOutcome.Readable, header, mediaType);
    }

    private static ImageHeader? ReadHeader(Stream stream, ImageFormat format, CancellationToken cancellationToken)
    {
        using var source = new StreamSource(stream, cancellationToken);
        try
        {
            if (SourceImage.Open(source, format) is not { } image)
            {
                return null;
            }

            using var frames = new FrameStrip(image);
            return new ImageHeader(format, frames.Width, frames.Height, frames.Count);
        }
        catch (VipsException)
        {
            source.ThrowIfNotDamage();
            return null;
        }
    }

    private static byte[] ReadHead(Stream source)
    {
        var head = new byte[Math.Min(source.Length - source.Position, MediaTypeSniffer.HeadLength)];
        source.ReadExactly(head);
        return head;
    }

    private static ImageFormat? FormatOf(string? mediaType) =>
        Enum.GetValues<ImageFormat>().Cast<ImageFormat?>().FirstOrDefault(format => format!.Value.MediaType() == mediaType);
}
