namespace Piton.Web.Tests.Mutants;

/// <summary>The headers of a BMP and its pixels, with the fields that say where and how long they are.</summary>
internal static class BitmapBlocks
{
    private const int FileHeader = 14;
    private const int PixelsAt = 10;

    public static IReadOnlyList<Block> Read(byte[] file)
    {
        if (file.Length < FileHeader + 4)
        {
            return [];
        }

        var header = new SizeField(FileHeader, 4, IsBigEndian: false);
        var pixels = new SizeField(PixelsAt, 4, IsBigEndian: false);
        var start = (int)Math.Clamp(pixels.Read(file), FileHeader + 4, file.Length - 1);
        return
        [
            new Block(0, FileHeader, new SizeField(2, 4, IsBigEndian: false)),
            new Block(FileHeader, (int)Math.Clamp(header.Read(file), 4, file.Length - FileHeader), header),
            new Block(start, file.Length - start, pixels),
        ];
    }
}
