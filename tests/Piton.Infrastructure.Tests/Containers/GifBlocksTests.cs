using Piton.Infrastructure.Containers;
using Piton.Infrastructure.Tests.Vips;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Tests.Containers;

public sealed class GifBlocksTests
{
    private static readonly byte[] Written = Pictures
        .Animation([Pictures.Noise(60, 40, seed: 1), Pictures.Quadrants(60, 40), Pictures.Noise(60, 40, seed: 2)], [50, 60, 70], 3)
        .GifsaveBuffer();

    private static readonly byte[] Blocks =
        [.. TestGif.Loop(3), .. TestGif.Frame(30, 20, 0, 7), .. TestGif.Frame(30, 20, 1, 8), .. TestGif.Frame(30, 20, 2, 8), .. TestGif.Frame(30, 20, 3, 9)];

    private static readonly byte[] Plain = GifBlocks.WithoutMetadata([.. TestGif.Start(30, 20), .. Blocks, .. TestGif.Trailer])!;

    [Fact]
    public void WithoutMetadata_WhenEncodedByLibvips_ShouldShowTheSame()
    {
        var copy = GifBlocks.WithoutMetadata(Written);

        Assert.NotNull(copy);
        Assert.InRange(copy.Length, 1, Written.Length);
        AssertShowsTheSame(Written, copy);
    }

    [Fact]
    public void WithoutMetadata_WhenBlocksHoldOtherThings_ShouldDropThem()
    {
        byte[] source =
        [
            .. TestGif.Start(30, 20), .. TestGif.Comment, .. TestGif.Application, .. Blocks, .. TestGif.PlainText, .. TestGif.Comment, .. TestGif.Trailer,
            .. "payload"u8,
        ];

        Assert.Equal(Plain, GifBlocks.WithoutMetadata(source));
        Assert.True(Plain.AsSpan().IndexOf("NETSCAPE2.0"u8) > 0);
    }

    [Fact]
    public void WithoutMetadata_WhenDataGoesOnBehindItsEnd_ShouldCutIt()
    {
        byte[] source =
        [
            .. TestGif.Start(30, 20), .. TestGif.Loop(3), .. TestGif.Frame(30, 20, 0, 7, [.. "payload"u8]), .. TestGif.Frame(30, 20, 1, 8),
            .. TestGif.Frame(30, 20, 2, 8), .. TestGif.Frame(30, 20, 3, 9), .. TestGif.Trailer,
        ];

        Assert.Equal(Plain, GifBlocks.WithoutMetadata(source));
    }

    [Fact]
    public void WithoutMetadata_WhenNothingShowsAColour_ShouldClearIt()
    {
        var copy = GifBlocks.WithoutMetadata([.. TestGif.Start(30, 20), .. TestGif.Frame(30, 20, 2, 0), .. TestGif.Trailer]);

        Assert.Equal([0, 0, 0, 0, 0, 0, .. Pictures.Blue.Select(value => (byte)value), 0, 0, 0], copy![13..25]);
    }

    [Fact]
    public void WithoutMetadata_WhenAControlBelongsToAText_ShouldDropItToo()
    {
        byte[] control = [0x21, 0xf9, 4, 0x09, 99, 0, 0, 0];
        byte[] source = [.. TestGif.Start(30, 20), .. TestGif.Loop(3), .. control, .. TestGif.PlainText, .. Blocks[TestGif.Loop(3).Length..], .. TestGif.Trailer];

        Assert.Equal(Plain, GifBlocks.WithoutMetadata(source));
    }

    [Fact]
    public void WithoutMetadata_WhenCutAnywhere_ShouldRefuse() =>
        Assert.All(Enumerable.Range(0, Plain.Length), length => Assert.Null(GifBlocks.WithoutMetadata(Plain.AsSpan(0, length))));

    internal static void AssertShowsTheSame(byte[] expected, byte[] actual)
    {
        var all = new NetVips.VOption { { "n", -1 } };
        using var one = VipsImage.NewFromBuffer(expected, kwargs: all);
        using var other = VipsImage.NewFromBuffer(actual, kwargs: all);
        VipsConverterGraphicsTests.AssertSame(one, other);
        Assert.Equal((int[])one.Get("delay"), (int[])other.Get("delay"));
        Assert.Equal((int)one.Get("loop"), (int)other.Get("loop"));
    }
}
