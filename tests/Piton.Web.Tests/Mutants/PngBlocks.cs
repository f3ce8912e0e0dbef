namespace Piton.Web.Tests.Mutants;

/// <summary>The chunks of a PNG: length, type, data, checksum (W3C PNG, 5.3).</summary>
internal static class PngBlocks
{
    /// <summary>Bytes of a chunk beside its data.</summary>
    public const int Frame = 12;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    public static IReadOnlyList<Block> Read(byte[] file)
    {
        var blocks = new List<Block>();
        for (var at = Signature.Length; at + Frame <= file.Length;)
        {
            var size = new SizeField(at, 4, IsBigEndian: true);
            var length = Math.Min(size.Read(file) + Frame, file.Length - at);
            blocks.Add(new Block(at, (int)length, size));
            at += (int)length;
        }

        return blocks;
    }

    /// <summary>Gives each chunk the checksum that its bytes ask for, so that a reader looks at them at all.</summary>
    public static void MendChecksums(byte[] file)
    {
        foreach (var block in Read(file).Where(block => block.Length >= Frame))
        {
            new SizeField(block.End - 4, 4, IsBigEndian: true).Write(file, Checksum(file.AsSpan(block.Start + 4, block.Length - 8)));
        }
    }

    /// <summary>The CRC-32 of W3C PNG, annex D.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ (0xedb88320 & (0 - (sum & 1)));
            }
        }

        return ~sum;
    }
}
