using System.Buffers.Binary;
using NetVips;
using Piton.Web.Tests.Judging;

namespace Piton.Web.Tests.Corpus;

/// <summary>What a picture is once it stands upright, read without Piton.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down of a frame.</param>
/// <param name="Frames">Frames, 1 for a still.</param>
internal sealed record SourcePicture(int Width, int Height, int Frames)
{
    // EXIF 2.32, tag 274: from 5 on, rows and columns change places.
    private const int FirstTransposed = 5;

    // Where the information header of a BMP begins, and how long its oldest kind is, whose sides have 16 bits.
    private const int BitmapHeaderAt = 14;
    private const int CoreHeaderLength = 12;

    public static SourcePicture Read(byte[] file)
    {
        if (file.AsSpan().StartsWith("BM"u8))
        {
            return ReadBitmap(file.AsSpan(BitmapHeaderAt));
        }

        using var image = Image.NewFromBuffer(file, access: Enums.Access.Sequential, kwargs: StoredPicture.AllFramesOf(file));
        var isTransposed = image.Contains("orientation") && (int)image.Get("orientation") >= FirstTransposed;
        var height = StoredPicture.FrameHeight(image);
        var frames = image.Height / height;
        return isTransposed ? new SourcePicture(height, image.Width, frames) : new SourcePicture(image.Width, height, frames);
    }

    private static SourcePicture ReadBitmap(ReadOnlySpan<byte> header) =>
        BinaryPrimitives.ReadInt32LittleEndian(header) == CoreHeaderLength
            ? new SourcePicture(BinaryPrimitives.ReadUInt16LittleEndian(header[4..]), BinaryPrimitives.ReadUInt16LittleEndian(header[6..]), 1)
            : new SourcePicture(BinaryPrimitives.ReadInt32LittleEndian(header[4..]), Math.Abs(BinaryPrimitives.ReadInt32LittleEndian(header[8..])), 1);
}
