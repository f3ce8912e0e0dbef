namespace Piton.Web.Tests.Mutants;

/// <summary>The segments of a JPEG, with each scan as a block of its own (ITU-T T.81, B.1.1).</summary>
internal static class JpegBlocks
{
    private const byte Marker = 0xff;
    private const byte StartOfScan = 0xda;
    private const byte FirstRestart = 0xd0;
    private const byte EndOfImage = 0xd9;

    public static ReadOnlySpan<byte> Start => [Marker, 0xd8];

    public static IReadOnlyList<Block> Read(byte[] file)
    {
        var blocks = new List<Block>();
        for (var at = Start.Length; at + 4 <= file.Length && file[at] == Marker && file[at + 1] != EndOfImage;)
        {
            var size = new SizeField(at + 2, 2, IsBigEndian: true);
            var length = Math.Min((int)size.Read(file) + 2, file.Length - at);
            blocks.Add(new Block(at, length, size));
            var isScan = file[at + 1] == StartOfScan;
            at += length;
            if (isScan && at < file.Length)
            {
                var end = EndOfScan(file, at);
                blocks.Add(new Block(at, Math.Max(1, end - at)));
                at = end;
            }
        }

        return blocks;
    }

    private static int EndOfScan(byte[] file, int at)
    {
        for (; at + 1 < file.Length; at++)
        {
            if (file[at] == Marker && file[at + 1] is not (0 or Marker or (>= FirstRestart and < FirstRestart + 8)))
            {
                return at;
            }
        }

        return file.Length;
    }
}
