using NetVips;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Tests.Vips;

/// <summary>Writes BMP files, byte by byte: <see cref="Pictures.Quadrants"/> in every common kind. Of 1 bit, its right half is its left one.</summary>
internal static class BitmapFile
{
    private const int FileHeaderLength = 14;

    private static readonly double[][] Palette = [Pictures.Red, Pictures.Green, Pictures.Blue, Pictures.White];

    /// <param name="kind">How it is stored.</param>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="profile">A colour profile; only in <see cref="BitmapKind.V5"/>.</param>
    public static byte[] Create(BitmapKind kind, int width, int height, byte[]? profile = null)
    {
        var palette = PaletteOf(kind);
        var pixels = Pixels(kind, width, height);
        var headerLength = HeaderLength(kind);
        var masks = headerLength == 40 ? Masks(kind) : [];
        var pixelsAt = FileHeaderLength + headerLength + masks.Length + palette.Length;
        byte[] header = headerLength == 12
            ? CoreHeader(kind, width, height)
            : InfoHeader(kind, width, height, headerLength, pixels.Length, palette.Length / 4, profile);
        return
        [
            .. "BM"u8, .. DoubleWord(pixelsAt + pixels.Length + (profile?.Length ?? 0)), .. DoubleWord(0), .. DoubleWord(pixelsAt),
            .. header, .. masks, .. palette, .. pixels, .. profile ?? [],
        ];
    }

    /// <summary>A picture without alpha in the most common kind.</summary>
    public static byte[] Of(VipsImage image)
    {
        const int pixelsAt = FileHeaderLength + 40;
        using var colours = image.Colourspace(Enums.Interpretation.Srgb);
        var samples = colours.WriteToMemory<byte>();
        var pixels = Enumerable.Range(0, image.Height).Reverse()
            .SelectMany(y => PadRow([.. samples.AsSpan(y * image.Width * 3, image.Width * 3).ToArray().Chunk(3).SelectMany(Enumerable.Reverse)]))
            .ToArray();
        return
        [
            .. "BM"u8, .. DoubleWord(pixelsAt + pixels.Length), .. DoubleWord(0), .. DoubleWord(pixelsAt),
            .. InfoHeader(BitmapKind.Rgb24, image.Width, image.Height, 40, pixels.Length, 0, null), .. pixels,
        ];
    }

    private static int HeaderLength(BitmapKind kind) => kind switch
    {
        BitmapKind.Core1 or BitmapKind.Core4 or BitmapKind.Core8 or BitmapKind.Core24 => 12,
        BitmapKind.Os2Two24 => 64,
        BitmapKind.V4WithAlpha => 108,
        BitmapKind.V5 => 124,
        _ => 40,
    };

    private static int Depth(BitmapKind kind) => kind switch
    {
        BitmapKind.Core1 or BitmapKind.Indexed1 => 1,
        BitmapKind.Core4 or BitmapKind.Indexed4 or BitmapKind.RunLength4 => 4,
        BitmapKind.Core8 or BitmapKind.Indexed8 or BitmapKind.RunLength8 => 8,
        BitmapKind.Rgb555 or BitmapKind.Rgb565 => 16,
        BitmapKind.Rgb32 or BitmapKind.BitFields32 or BitmapKind.V4WithAlpha => 32,
        _ => 24,
    };

    private static int Compression(BitmapKind kind) => kind switch
    {
        BitmapKind.RunLength8 => 1,
        BitmapKind.RunLength4 => 2,
        BitmapKind.Rgb565 or BitmapKind.BitFields32 or BitmapKind.V4WithAlpha => 3,
        _ => 0,
    };

    private static byte[] CoreHeader(BitmapKind kind, int width, int height) =>
        [.. DoubleWord(12), .. Word(width), .. Word(height), .. Word(1), .. Word(Depth(kind))];

    private static byte[] InfoHeader(
        BitmapKind kind, int width, int height, int length, int pixelBytes, int colours, byte[]? profile)
    {
        byte[] header =
        [
            .. DoubleWord(length), .. DoubleWord(width), .. DoubleWord(kind == BitmapKind.Rgb24TopDown ? -height : height),
            .. Word(1), .. Word(Depth(kind)), .. DoubleWord(Compression(kind)), .. DoubleWord(pixelBytes),
            .. DoubleWord(2835), .. DoubleWord(2835), .. DoubleWord(colours), .. DoubleWord(0),
        ];
        if (length < 108)
        {
            return [.. header, .. new byte[length - header.Length]];
        }

        // Masks, then the kind of colours: sRGB, or a profile behind the pixels; the rest is for those that are calibrated.
        byte[] masks = kind == BitmapKind.V4WithAlpha ? [.. Masks(kind), .. DoubleWord(unchecked((int)0xFF000000))] : new byte[16];
        var space = profile is null ? "BGRs"u8 : "DEBM"u8;
        byte[] four = [.. header, .. masks, .. space, .. new byte[48]];
        return length == 108
            ? four
            : [.. four, .. DoubleWord(4), .. DoubleWord(profile is null ? 0 : length + pixelBytes), .. DoubleWord(profile?.Length ?? 0), .. DoubleWord(0)];
    }

    private static byte[] Masks(BitmapKind kind) => kind switch
    {
        BitmapKind.Rgb565 => [.. DoubleWord(0xF800), .. DoubleWord(0x07E0), .. DoubleWord(0x001F)],
        BitmapKind.BitFields32 or BitmapKind.V4WithAlpha => [.. DoubleWord(0xFF0000), .. DoubleWord(0xFF00), .. DoubleWord(0xFF)],
        _ => [],
    };

    private static byte[] PaletteOf(BitmapKind kind)
    {
        var colours = Depth(kind) switch
        {
            1 => [Pictures.Red, Pictures.Blue],
            4 or 8 => Palette,
            _ => [],
        };
        var isCore = HeaderLength(kind) == 12;

        // The oldest kind has as many colours as its depth can tell apart, in three bytes each.
        var count = isCore && colours.Length > 0 ? 1 << Depth(kind) : colours.Length;
        return
        [
            .. Enumerable.Range(0, count).SelectMany(index =>
            {
                var colour = colours[Math.Min(index, colours.Length - 1)];
                byte[] stored = [(byte)colour[2], (byte)colour[1], (byte)colour[0]];
                return isCore ? stored : [.. stored, 0];
            }),
        ];
    }

    private static byte[] Pixels(BitmapKind kind, int width, int height)
    {
        var rows = Enumerable.Range(0, height);
        var order = kind == BitmapKind.Rgb24TopDown ? rows : rows.Reverse();
        return kind is BitmapKind.RunLength4 or BitmapKind.RunLength8
            ? [.. order.SelectMany(y => Runs(kind, width, y < height / 2 ? 0 : 2)), 0, 1]
            : [.. order.SelectMany(y => Row(kind, width, y < height / 2 ? 0 : 2))];
    }

    /// <summary>One row in two runs, the first of them cut up into pieces, and its end.</summary>
    private static byte[] Runs(BitmapKind kind, int width, int first)
    {
        var runs = new List<byte>();
        foreach (var (colour, length) in new[] { (first, width / 2), (first + 1, width - width / 2) })
        {
            for (var left = length; left > 0; left -= Math.Min(left, 255))
            {
                runs.Add((byte)Math.Min(left, 255));
                runs.Add((byte)(kind == BitmapKind.RunLength4 ? colour * 0x11 : colour));
            }
        }

        return [.. runs, 0, 0];
    }

    private static byte[] Row(BitmapKind kind, int width, int first)
    {
        var indices = Enumerable.Range(0, width).Select(x => x < width / 2 ? first : first + 1).ToArray();
        byte[] row = Depth(kind) switch
        {
            1 => [.. indices.Chunk(8).Select(chunk => (byte)chunk.Select((index, bit) => (index >> 1) << (7 - bit)).Sum())],
            4 => [.. indices.Chunk(2).Select(chunk => (byte)((chunk[0] << 4) | chunk[^1]))],
            8 => [.. indices.Select(index => (byte)index)],
            16 => [.. indices.SelectMany(index => Word(Packed(kind, Palette[index])))],
            24 => [.. indices.SelectMany(index => Bgr(Palette[index]))],
            _ => [.. indices.SelectMany(index => (byte[])[.. Bgr(Palette[index]), (byte)(kind == BitmapKind.V4WithAlpha && index % 2 == 1 ? 0 : 255)])],
        };
        return PadRow(row);
    }

    private static byte[] PadRow(byte[] row) => [.. row, .. new byte[(4 - row.Length % 4) % 4]];

    private static byte[] Bgr(double[] colour) => [(byte)colour[2], (byte)colour[1], (byte)colour[0]];

    private static int Packed(BitmapKind kind, double[] colour)
    {
        var (red, green, blue) = ((int)colour[0] >> 3, (int)colour[1], (int)colour[2] >> 3);
        return kind == BitmapKind.Rgb565 ? (red << 11) | (green >> 2 << 5) | blue : (red << 10) | (green >> 3 << 5) | blue;
    }

    private static byte[] Word(int value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] DoubleWord(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)];
}
