using System.Buffers.Binary;

namespace Piton.Infrastructure.Tests.Vips;

/// <summary>Writes small colour profiles (ICC.1:2001-04, version 2.4): three primaries or a grey, and a power for the curve.</summary>
internal static class IccProfile
{
    /// <summary>Adobe RGB (1998), annex C, adapted to D50.</summary>
    public static byte[] AdobeRgb { get; } = Matrix([0.60974, 0.31111, 0.01947], [0.20528, 0.62567, 0.06087], [0.14919, 0.06322, 0.74457], 563 / 256.0);

    /// <summary>ROMM RGB, ISO 22028-2.</summary>
    public static byte[] ProPhoto { get; } = Matrix([0.79767, 0.28804, 0], [0.13519, 0.71188, 0], [0.03134, 0.00009, 0.82491], 1.8);

    /// <summary>Grey with the curve of old Macintoshes, far from that of sRGB.</summary>
    public static byte[] Grey { get; } = Write("GRAY", [("wtpt", Xyz([0.9642, 1, 0.8249])), ("kTRC", Curve(1.4))]);

    private static byte[] Matrix(double[] red, double[] green, double[] blue, double gamma) => Write("RGB ",
    [
        ("wtpt", Xyz([0.9642, 1, 0.8249])), ("rXYZ", Xyz(red)), ("gXYZ", Xyz(green)), ("bXYZ", Xyz(blue)),
        ("rTRC", Curve(gamma)), ("gTRC", Curve(gamma)), ("bTRC", Curve(gamma)),
    ]);

    private static byte[] Write(string space, (string Name, byte[] Value)[] given)
    {
        const int headLength = 128;
        (string Name, byte[] Value)[] tags = [("desc", Description()), ("cprt", [.. "text"u8, 0, 0, 0, 0, .. "CC0\0"u8]), .. given];
        var at = headLength + 4 + tags.Length * 12;
        List<byte> table = [.. Number(tags.Length)];
        List<byte> values = [];
        foreach (var (name, value) in tags)
        {
            table.AddRange([.. Ascii(name), .. Number(at + values.Count), .. Number(value.Length)]);
            values.AddRange(value);
        }

        byte[] head =
        [
            .. Number(at + values.Count), .. Number(0), 2, 0x40, 0, 0, .. "mntr"u8, .. Ascii(space), .. "XYZ "u8,
            .. new byte[12], .. "acsp"u8, .. new byte[28], .. Fixed(0.9642), .. Fixed(1), .. Fixed(0.8249), .. new byte[48],
        ];
        return [.. head, .. table, .. values];
    }

    private static byte[] Description() => [.. "desc"u8, .. Number(0), .. Number(5), .. "Test\0"u8, .. new byte[4 + 4 + 2 + 1 + 67 + 3 - 2]];

    private static byte[] Xyz(double[] values) => [.. "XYZ "u8, .. Number(0), .. values.SelectMany(Fixed)];

    private static byte[] Curve(double gamma)
    {
        var power = (int)Math.Round(gamma * 256);
        return [.. "curv"u8, .. Number(0), .. Number(1), (byte)(power >> 8), (byte)power, 0, 0];
    }

    private static byte[] Fixed(double value) => Number((int)Math.Round(value * 65536));

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Ascii(string text) => System.Text.Encoding.ASCII.GetBytes(text);
}
