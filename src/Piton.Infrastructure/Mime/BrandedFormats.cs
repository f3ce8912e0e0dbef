using System.Buffers.Binary;
using System.Text;

namespace Piton.Infrastructure.Mime;

/// <summary>The formats that libmagic does not know, or not in every version: those built of ISO boxes, JPEG XL, and every kind of BMP.</summary>
internal static class BrandedFormats
{
    private const int BrandLength = 4;
    private const int MajorBrandAt = 8;
    private const int CompatibleBrandsAt = 16;

    // AVIF, section 6, and ISO/IEC 23008-12, B.4: HEVC in its usual profile, in any other one, scalable, multiview, and image sequences.
    private static readonly string[] AvifBrands = ["avif", "avis"];
    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"];

    // ISO/IEC 23008-12, 10: what the file is made of, but not by which codec; that stands among the compatible brands.
    private static readonly string[] StructuralBrands = ["mif1", "msf1", "mif2"];

    // The length of the header tells the kind: OS/2 1 and 2, Windows 3, with bit fields, 4 and 5.
    private static readonly uint[] BitmapHeaderLengths = [12, 16, 40, 52, 56, 64, 108, 124];

    /// <returns>The media type, or null where it is another format.</returns>
    public static string? MediaTypeOf(ReadOnlySpan<byte> head) => head switch
    {
        _ when IsJpegXl(head) => "image/jxl",
        _ when HasBrand(head, AvifBrands) => "image/avif",
        _ when HasBrand(head, HeicBrands) => "image/heic",
        _ when IsBitmap(head) => "image/bmp",
        _ => null,
    };

    /// <summary>ISO/IEC 18181-2: a bare codestream, or the signature box of the container.</summary>
    private static bool IsJpegXl(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A])
        || head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 0x0C, (byte)'J', (byte)'X', (byte)'L', (byte)' ', 0x0D, 0x0A, 0x87, 0x0A]);

    /// <summary>The file type box of ISO/IEC 14496-12, 4.3.</summary>
    private static bool HasBrand(ReadOnlySpan<byte> head, string[] brands)
    {
        if (head.Length < CompatibleBrandsAt || !head[4..].StartsWith("ftyp"u8))
        {
            return false;
        }

        var major = head.Slice(MajorBrandAt, BrandLength);
        if (IsOneOf(major, brands))
        {
            return true;
        }

        var boxLength = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), (uint)head.Length);
        if (!IsOneOf(major, StructuralBrands))
        {
            return false;
        }

        for (var at = CompatibleBrandsAt; at + BrandLength <= boxLength; at += BrandLength)
        {
            if (IsOneOf(head.Slice(at, BrandLength), brands))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneOf(ReadOnlySpan<byte> brand, string[] brands)
    {
        foreach (var candidate in brands)
        {
            if (Ascii.Equals(brand, candidate))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBitmap(ReadOnlySpan<byte> head)
    {
        const int lengthAt = 14;
        return head.Length >= lengthAt + sizeof(uint)
            && head.StartsWith("BM"u8)
            && BitmapHeaderLengths.Contains(BinaryPrimitives.ReadUInt32LittleEndian(head[lengthAt..]));
    }
}
