using System.Buffers.Binary;
using Piton.Domain.Images;
using Piton.Infrastructure.Vips.Encoding;

namespace Piton.Infrastructure.Vips;

/// <summary>Whether a source moves in a way that no decoder here reads, so that all but one of its pictures are lost.</summary>
internal static class MovingSource
{
    private const int PngSignatureLength = 8;
    private const int ChunkHeaderLength = 8;
    private const int ChecksumLength = 4;
    private const int FileTypeHeadLength = 12;

    // The major brand of an image sequence: AVIF 1.1, section 6.2, and ISO/IEC 23008-12, 10 and B.4.
    private static readonly string[] SequenceBrands = ["avis", "msf1", "hevc", "hevx", "hevm", "hevs"];

    public static bool IsIn(SourceFile source) => source.Format switch
    {
        ImageFormat.Png => HasAnimationControl(source.Content),
        ImageFormat.Avif or ImageFormat.Heic => HasSequenceBrand(source.Content),
        _ => false,
    };

    // PNG 3, 11.3.6.1: it stands before the picture, and begins with the number of frames.
    private static bool HasAnimationControl(Stream png)
    {
        Span<byte> header = stackalloc byte[ChunkHeaderLength];
        Span<byte> frames = stackalloc byte[sizeof(uint)];
        png.Position = PngSignatureLength;
        while (png.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length)
        {
            var type = header[sizeof(uint)..];
            if (type.SequenceEqual("acTL"u8))
            {
                return png.ReadAtLeast(frames, frames.Length, throwOnEndOfStream: false) == frames.Length
                    && BinaryPrimitives.ReadUInt32BigEndian(frames) > 1;
            }

            if (type.SequenceEqual("IDAT"u8))
            {
                return false;
            }

            png.Position += BinaryPrimitives.ReadUInt32BigEndian(header) + ChecksumLength;
        }

        return false;
    }

    // The head of the file type box of ISO/IEC 14496-12, 4.3.
    private static bool HasSequenceBrand(Stream boxes)
    {
        Span<byte> head = stackalloc byte[FileTypeHeadLength];
        boxes.Position = 0;
        return boxes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
            && SequenceBrands.Contains(System.Text.Encoding.ASCII.GetString(head[^sizeof(uint)..]));
    }
}
