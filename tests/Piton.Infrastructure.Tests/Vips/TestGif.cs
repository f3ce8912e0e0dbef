namespace Piton.Infrastructure.Tests.Vips;

/// <summary>Writes GIF files by hand (GIF89a), four colours, so that they hold what encoders would not write.</summary>
internal static class TestGif
{
    public static readonly double[][] Colours = [Pictures.Red, Pictures.Green, Pictures.Blue, Pictures.White];

    public static byte[] Comment => [0x21, 0xfe, 7, .. "payload"u8, 0];

    public static byte[] PlainText => [0x21, 0x01, 12, .. new byte[12], 7, .. "payload"u8, 0];

    public static byte[] Application => [0x21, 0xff, 11, .. "XMP DataXMP"u8, 7, .. "payload"u8, 0];

    public static byte[] Loop(byte again) => [0x21, 0xff, 11, .. "NETSCAPE2.0"u8, 3, 1, again, 0, 0];

    /// <summary>The header and the colours; blocks and <see cref="Trailer"/> go behind it.</summary>
    public static byte[] Start(int width, int height) =>
    [
        .. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0x91, 0, 0,
        .. Colours.SelectMany(colour => colour.Select(value => (byte)value)),
    ];

    public static byte[] Trailer => [0x3b];

    /// <summary>A frame of one colour.</summary>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="colour">Which of <see cref="Colours"/>.</param>
    /// <param name="delay">In hundredths of a second.</param>
    /// <param name="surplus">Bytes behind the code that ends the frame.</param>
    public static byte[] Frame(int width, int height, int colour, byte delay, params byte[] surplus) =>
    [
        0x21, 0xf9, 4, 0x04, delay, 0, 0, 0,
        0x2c, 0, 0, 0, 0, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0,
        2, .. Blocks([.. Codes(Enumerable.Repeat(colour, width * height)), .. surplus]),
    ];

    /// <summary>A clear code before every second colour keeps the codes at three bits.</summary>
    private static byte[] Codes(IEnumerable<int> colours)
    {
        int[] codes = [.. colours.Chunk(2).SelectMany(pair => pair.Prepend(4)), 5];
        var bytes = new byte[(codes.Length * 3 + 7) / 8];
        for (var bit = 0; bit < codes.Length * 3; bit++)
        {
            bytes[bit / 8] |= (byte)((codes[bit / 3] >> bit % 3 & 1) << bit % 8);
        }

        return bytes;
    }

    private static IEnumerable<byte> Blocks(byte[] data) =>
        data.Chunk(100).SelectMany(block => block.Prepend((byte)block.Length)).Append((byte)0);
}
