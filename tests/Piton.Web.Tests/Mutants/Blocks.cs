namespace Piton.Web.Tests.Mutants;

/// <summary>Takes a file apart by the rules of its format, as far as it follows them.</summary>
internal static class Blocks
{
    /// <returns>In order; a block may hold others. Empty for a format that has none, or for what is no picture.</returns>
    public static IReadOnlyList<Block> Of(byte[] file)
    {
        ReadOnlySpan<byte> head = file.AsSpan(0, Math.Min(file.Length, 12));
        return head switch
        {
            _ when head.StartsWith(PngBlocks.Signature) => PngBlocks.Read(file),
            _ when head.StartsWith(JpegBlocks.Start) => JpegBlocks.Read(file),
            _ when head.StartsWith("GIF8"u8) => GifBlocks.Read(file),
            _ when head.StartsWith("RIFF"u8) => RiffBlocks.Read(file),
            _ when head.StartsWith("BM"u8) => BitmapBlocks.Read(file),
            _ when head.Length == 12 && (head[4..8].SequenceEqual("ftyp"u8) || head[4..8].SequenceEqual("JXL "u8)) => BoxBlocks.Read(file),
            _ => [],
        };
    }
}
