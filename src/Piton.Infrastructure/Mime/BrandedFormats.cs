using System.Buffers.Binary;

namespace Piton.Infrastructure.Mime;

/// <summary>The formats that libmagic does not know, or not in every version: those built of ISO boxes, and JPEG XL.</summary>
internal static class BrandedFormats
{
    private const int BrandLength = 4;

    /// <returns>The media type, or null where it is another format.</returns>
    public static string? MediaTypeOf(ReadOnlySpan<byte> head)
    {
        if (IsJpegXl(head))
        {
            return "image/jxl";
        }

        return IsAvif(head) ? "image/avif" : null;
    }

    /// <summary>ISO/IEC 18181-2: a bare codestream, or the signature box of the container.</summary>
    private static bool IsJpegXl(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A])
        || head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 0x0C, (byte)'J', (byte)'X', (byte)'L', (byte)' ', 0x0D, 0x0A, 0x87, 0x0A]);

    /// <summary>The file type box of ISO/IEC 14496-12, 4.3, with the brands of AVIF, section 6.</summary>
    private static bool IsAvif(ReadOnlySpan<byte> head)
    {
        const int majorAt = 8;
        const int compatibleAt = 16;
        if (head.Length < compatibleAt || !head[4..].StartsWith("ftyp"u8))
        {
            return false;
        }

        var major = head.Slice(majorAt, BrandLength);
        if (IsAvifBrand(major))
        {
            return true;
        }

        var boxLength = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), (uint)head.Length);
        if (!major.SequenceEqual("mif1"u8))
        {
            return false;
        }

        for (var at = compatibleAt; at + BrandLength <= boxLength; at += BrandLength)
        {
            if (IsAvifBrand(head.Slice(at, BrandLength)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAvifBrand(ReadOnlySpan<byte> brand) => brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8);
}
