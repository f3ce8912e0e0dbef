namespace Piton.Web.Tests.Mutants;

/// <summary>The chunks of a WebP and of each of its frames (RFC 9649, 2.3 and 2.7), the whole file among them.</summary>
internal static class RiffBlocks
{
    private const int ChunkHeader = 8;
    private const int FileHeader = 12;

    // What an ANMF chunk says of its frame before that frame's own chunks.
    private const int FrameHeader = 16;

    public static IReadOnlyList<Block> Read(byte[] file)
    {
        if (file.Length < FileHeader)
        {
            return [];
        }

        var blocks = new List<Block> { new(0, FileHeader, new SizeField(4, 4, IsBigEndian: false)) };
        Read(file, FileHeader, file.Length, blocks);
        return blocks;
    }

    private static void Read(byte[] file, int at, int end, List<Block> blocks)
    {
        while (at + ChunkHeader <= end)
        {
            var size = new SizeField(at + 4, 4, IsBigEndian: false);
            var padded = (size.Read(file) + 1L) & ~1L;
            var length = (int)Math.Min(padded + ChunkHeader, end - at);
            blocks.Add(new Block(at, length, size));
            if (file.AsSpan(at, 4).SequenceEqual("ANMF"u8))
            {
                Read(file, at + ChunkHeader + FrameHeader, at + length, blocks);
            }

            at += length;
        }
    }
}
