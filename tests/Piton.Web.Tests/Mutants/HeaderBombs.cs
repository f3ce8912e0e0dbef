using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NetVips;

namespace Piton.Web.Tests.Mutants;

/// <summary>Small files that ask for far more than they are: none of them may be accepted for what it claims.</summary>
internal static class HeaderBombs
{
    private const int LongestSide = 16_383;
    private const int QuarterGigabyte = 256 << 20;

    public static IReadOnlyList<Original> Make()
    {
        using var black = Image.Black(16, 16, bands: 3);
        using var picture = black.Copy(interpretation: Enums.Interpretation.Srgb);
        var jpeg = picture.JpegsaveBuffer();
        var avif = picture.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0);
        var tooMuchText = Zeros(QuarterGigabyte);
        return
        [
            new("PNG of 16,383² pixels, one bit each", Png(LongestSide, LongestSide, Zeros(LongestSide * (1L + ((LongestSide + 7) / 8))))),
            new("PNG of 2³¹ − 1 pixels a side", Png(int.MaxValue, int.MaxValue, Zeros(1000))),
            new("PNG with 256 MB of text", Png(8, 8, Zeros(16), Chunk("zTXt"u8, [.. "Comment\0\0"u8, .. tooMuchText]))),
            new("PNG with a profile of 256 MB", Png(8, 8, Zeros(16), Chunk("iCCP"u8, [.. "profile\0\0"u8, .. tooMuchText]))),
            new("GIF of 1,000 frames", Gif(1, 1000)),
            new("GIF of 65,535² pixels", Gif(ushort.MaxValue, 1)),
            new("GIF of 250 frames of 16,383² pixels", Gif(LongestSide, 250)),
            new("JPEG of 65,535² pixels", With(jpeg, StartOfFrame(jpeg) + 5, [0xff, 0xff, 0xff, 0xff])),
            new("AVIF of 2³¹ − 1 pixels a side", With(avif, avif.AsSpan().IndexOf("ispe"u8) + 8, [0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff])),
            new("AVIF of 16,383² pixels", With(avif, avif.AsSpan().IndexOf("ispe"u8) + 8, [0, 0, 0x3f, 0xff, 0, 0, 0x3f, 0xff])),
            new("WebP of 16,777,216² pixels", Riff(RiffChunk("VP8X"u8, [0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]))),
            new("lossy WebP of 16,383² pixels", Riff(RiffChunk("VP8 "u8, [0x10, 0, 0, 0x9d, 0x01, 0x2a, 0xff, 0x3f, 0xff, 0x3f, .. new byte[64]]))),
            new("lossless WebP of 16,384² pixels", Riff(RiffChunk("VP8L"u8, [0x2f, 0xff, 0xff, 0xff, 0x0f, .. new byte[64]]))),
            new("BMP of 2³¹ − 1 pixels a side", Bitmap(int.MaxValue)),
        ];
    }

    /// <summary>A PNG of one bit a pixel.</summary>
    private static byte[] Png(int width, int height, byte[] pixels, byte[]? more = null)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 1;
        return [.. PngBlocks.Signature, .. Chunk("IHDR"u8, header), .. more ?? [], .. Chunk("IDAT"u8, pixels), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        var chunk = new byte[data.Length + PngBlocks.Frame];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), PngBlocks.Checksum(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }

    /// <summary>That many zeros, as zlib writes them.</summary>
    private static byte[] Zeros(long count)
    {
        using var file = new MemoryStream();
        using (var zlib = new ZLibStream(file, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var block = new byte[1 << 20];
            for (var left = count; left > 0; left -= block.Length)
            {
                zlib.Write(block, 0, (int)Math.Min(left, block.Length));
            }
        }

        return file.ToArray();
    }

    /// <summary>A GIF whose frames are as large as its screen, of whose pixels it has the first alone.</summary>
    private static byte[] Gif(int side, int frames)
    {
        byte[] length = [(byte)side, (byte)(side >> 8)];
        byte[] head = [.. "GIF89a"u8, .. length, .. length, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
        byte[] frame = [0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, .. length, .. length, 0, 2, 2, 0x44, 1, 0];
        return [.. head, .. Enumerable.Repeat(frame, frames).SelectMany(bytes => bytes), 0x3b];
    }

    private static byte[] RiffChunk(ReadOnlySpan<byte> type, byte[] data)
    {
        var chunk = new byte[8 + ((data.Length + 1) & ~1)];
        type.CopyTo(chunk);
        BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(4), data.Length);
        data.CopyTo(chunk, 8);
        return chunk;
    }

    private static byte[] Riff(byte[] chunk)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, chunk.Length + 4);
        return [.. Encoding.ASCII.GetBytes("RIFF"), .. size, .. Encoding.ASCII.GetBytes("WEBP"), .. chunk];
    }

    private static byte[] Bitmap(int side)
    {
        var file = new byte[118];
        "BM"u8.CopyTo(file);
        foreach (var (at, value) in new[] { (2, file.Length), (10, 54), (14, 40), (18, side), (22, side), (26, 1 | (24 << 16)) })
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
        }

        return file;
    }

    /// <summary>Where the frame header of a baseline JPEG begins; five bytes into it are its height and its width.</summary>
    private static int StartOfFrame(byte[] jpeg) => JpegBlocks.Read(jpeg).Single(block => jpeg[block.Start + 1] == 0xc0).Start;

    private static byte[] With(byte[] file, int at, byte[] bytes) => [.. file[..at], .. bytes, .. file[(at + bytes.Length)..]];
}
