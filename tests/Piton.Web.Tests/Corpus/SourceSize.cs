using System.Buffers.Binary;
using NetVips;
using Piton.Web.Tests.Judging;

namespace Piton.Web.Tests.Corpus;

/// <summary>How large a picture is once it stands upright, read without Piton.</summary>
internal static class SourceSize
{
    // EXIF 2.32, tag 274: from 5 on, rows and columns change places.
    private const int FirstTransposed = 5;

    // Where the information header of a BMP begins, and how long its oldest kind is, whose sides have 16 bits.
    private const int BitmapHeaderAt = 14;
    private const int CoreHeaderLength = 12;

    public static (int Width, int Height) Of(byte[] file)
    {
        if (file.AsSpan().StartsWith("BM"u8))
        {
            return OfBitmap(file.AsSpan(BitmapHeaderAt));
        }

        using var image = Image.NewFromBuffer(file, access: Enums.Access.Sequential);
        var isTransposed = image.Contains("orientation") && (int)image.Get("orientation") >= FirstTransposed;
        var (width, height) = (image.Width, StoredPicture.FrameHeight(image));
        return isTransposed ? (height, width) : (width, height);
    }

    private static (int Width, int Height) OfBitmap(ReadOnlySpan<byte> header) =>
        BinaryPrimitives.ReadInt32LittleEndian(header) == CoreHeaderLength
            ? (BinaryPrimitives.ReadUInt16LittleEndian(header[4..]), BinaryPrimitives.ReadUInt16LittleEndian(header[6..]))
            : (BinaryPrimitives.ReadInt32LittleEndian(header[4..]), Math.Abs(BinaryPrimitives.ReadInt32LittleEndian(header[8..])));
}
