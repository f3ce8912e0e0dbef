namespace Piton.Web.Tests.Mutants;

/// <summary>The boxes of AVIF, HEIC and JPEG XL, and the boxes inside them (ISO/IEC 14496-12, 4.2).</summary>
internal static class BoxBlocks
{
    private const int BoxHeader = 8;

    public static IReadOnlyList<Block> Read(byte[] file)
    {
        var blocks = new List<Block>();
        Read(file, 0, file.Length, blocks);
        return blocks;
    }

    private static void Read(byte[] file, int at, int end, List<Block> blocks)
    {
        while (at + BoxHeader <= end)
        {
            var size = new SizeField(at, 4, IsBigEndian: true);
            var said = size.Read(file);

            // 0 is: up to the end of the file.
            var length = said < BoxHeader ? end - at : (int)Math.Min(said, end - at);
            blocks.Add(new Block(at, length, size));
            if (ContentOf(file.AsSpan(at + 4, 4)) is { } content)
            {
                Read(file, at + content, at + length, blocks);
            }

            at += length;
        }
    }

    /// <returns>How many bytes into the box the boxes inside it begin; null where there are none.</returns>
    private static int? ContentOf(ReadOnlySpan<byte> type) => type switch
    {
        _ when type.SequenceEqual("meta"u8) => BoxHeader + 4,
        _ when type.SequenceEqual("iinf"u8) => BoxHeader + 6,
        _ when type.SequenceEqual("iprp"u8) || type.SequenceEqual("ipco"u8) => BoxHeader,
        _ => null,
    };
}
