using System.Text;

namespace Piton.Web.Tests.Mutants;

public sealed class BlocksTests
{
    private static readonly Dictionary<string, byte[]> Files = Originals.Make().ToDictionary(original => original.Name, original => original.Bytes);

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_WhenFileIsWhole_ShouldFindBlocksInsideItThatSayTheirSize(string name)
    {
        var file = Files[name];

        var blocks = Blocks.Of(file);

        Assert.True(blocks.Count >= 3, $"{name} has only {blocks.Count}.");
        Assert.All(blocks, block => Assert.True(block.Start >= 0 && block.Length > 0 && block.End <= file.Length));
        Assert.Contains(blocks, block => block.Size is not null);
    }

    [Fact]
    public void Of_WhenFileIsAPng_ShouldFindItsChunks() =>
        Assert.Equal(["IHDR", "eXIf", "pHYs", "IDAT", "IEND"], TypesIn("PNG", at: 4));

    [Fact]
    public void Of_WhenFileIsAMovingWebP_ShouldFindTheChunksOfItsFrames() =>
        Assert.Equal(["RIFF", "VP8X", "ANIM", "ANMF", "VP8 ", "ANMF", "VP8 ", "ANMF", "VP8 ", "EXIF"], TypesIn("moving WebP", at: 0));

    [Fact]
    public void Of_WhenFileIsAnAvif_ShouldFindTheBoxesInsideItsBoxes() =>
        Assert.Superset(new HashSet<string> { "ftyp", "meta", "iprp", "ipco", "ispe", "mdat" }, TypesIn("AVIF", at: 4).ToHashSet());

    [Fact]
    public void Of_WhenFileIsAMovingGif_ShouldFindAFrameForEach()
    {
        var file = Files["moving GIF"];

        Assert.Equal(3, Blocks.Of(file).Count(block => file[block.Start] == 0x2c));
    }

    [Fact]
    public void Of_WhenFileIsAJpeg_ShouldReachItsEnd()
    {
        var file = Files["JPEG"];

        Assert.Equal(file.Length - 2, Blocks.Of(file)[^1].End);
    }

    [Fact]
    public void Of_WhenBytesAreAny_ShouldStayInsideThem()
    {
        var random = new Random(1);
        foreach (var file in Files.Values)
        {
            for (var round = 0; round < 200; round++)
            {
                var mutant = Mutations.OverwriteBytes(Mutations.Truncate(file, random), random);
                Assert.All(Blocks.Of(mutant), block => Assert.True(block.Length > 0 && block.End <= mutant.Length));
            }
        }
    }

    [Fact]
    public void MendChecksums_WhenAChunkWasChanged_ShouldGiveItTheRightOne()
    {
        var whole = Files["PNG"];
        var damaged = (byte[])whole.Clone();
        damaged[^1] ^= 1;
        damaged[30] ^= 1;

        PngBlocks.MendChecksums(damaged);

        Assert.Equal(whole, damaged);
    }

    private static IEnumerable<string> TypesIn(string name, int at) =>
        Blocks.Of(Files[name]).Select(block => Encoding.ASCII.GetString(Files[name], block.Start + at, 4));
}
