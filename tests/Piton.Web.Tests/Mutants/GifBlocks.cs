namespace Piton.Web.Tests.Mutants;

/// <summary>The screen, the extensions and the frames of a GIF (GIF89a, 17 to 27). The size is that of the first sub-block.</summary>
internal static class GifBlocks
{
    private const int HeaderLength = 6;
    private const int ScreenLength = 7;
    private const int DescriptorLength = 10;
    private const byte Extension = 0x21;
    private const byte Frame = 0x2c;

    public static IReadOnlyList<Block> Read(byte[] file)
    {
        if (file.Length < HeaderLength + ScreenLength)
        {
            return [];
        }

        var screen = ScreenLength + ColourTableLength(file[HeaderLength + 4]);
        var blocks = new List<Block> { new(HeaderLength, Math.Min(screen, file.Length - HeaderLength)) };
        for (var at = HeaderLength + screen; at < file.Length && Content(file, at) is { } content && content < file.Length;)
        {
            var end = EndOfSubBlocks(file, content);
            blocks.Add(new Block(at, end - at, new SizeField(content, 1, IsBigEndian: false)));
            at = end;
        }

        return blocks;
    }

    /// <returns>Where the sub-blocks of the block begin; null where it has none.</returns>
    private static int? Content(byte[] file, int at) => file[at] switch
    {
        Extension => at + 2,
        Frame when at + DescriptorLength < file.Length => at + DescriptorLength + ColourTableLength(file[at + 9]) + 1,
        _ => null,
    };

    private static int ColourTableLength(byte flags) => (flags & 0x80) != 0 ? 3 << ((flags & 7) + 1) : 0;

    private static int EndOfSubBlocks(byte[] file, int at)
    {
        while (at < file.Length && file[at] != 0)
        {
            at += file[at] + 1;
        }

        return Math.Min(at + 1, file.Length);
    }
}
