using System.Buffers.Binary;
using System.Text;
using NetVips;
using Piton.Infrastructure.Containers;
using Piton.Infrastructure.Tests.Vips;

namespace Piton.Infrastructure.Tests.Containers;

public sealed class WebPChunksTests
{
    private static readonly byte[] Lossy = Pictures.Noise(60, 41, seed: 1).WebpsaveBuffer(q: 50, keep: Enums.ForeignKeep.None);
    private static readonly byte[] Transparent = Pictures.Noise(60, 41, seed: 1).Bandjoin(99).WebpsaveBuffer(q: 50, keep: Enums.ForeignKeep.None);
    private static readonly byte[] Animated = Pictures
        .Animation([Pictures.Noise(60, 40, seed: 1), Pictures.Noise(60, 40, seed: 2)], [50, 60], 3)
        .WebpsaveBuffer(q: 50, keep: Enums.ForeignKeep.None);

    public static TheoryData<byte[]> Files => [Lossy, Transparent, Animated];

    [Theory]
    [MemberData(nameof(Files))]
    public void WithoutMetadata_WhenThereIsNone_ShouldGiveTheSameFile(byte[] file) =>
        Assert.Equal(file, WebPChunks.WithoutMetadata(file));

    [Theory]
    [MemberData(nameof(Files))]
    public void WithoutMetadata_WhenChunksFollowThePicture_ShouldDropThem(byte[] file)
    {
        var source = Riffed([.. file[12..], .. Chunk("EXIF", "payload"), .. Chunk("XMP ", "payload"), .. Chunk("junk", "payload")]);

        Assert.Equal(file, WebPChunks.WithoutMetadata([.. source, .. "payload"u8]));
    }

    [Fact]
    public void WithoutMetadata_WhenExtendedHeaderPromisesThem_ShouldMendItsFlags()
    {
        var source = Transparent.ToArray();
        source[20] |= 0x2c | 0xc1;
        source[21] = source[22] = source[23] = 0x70;

        Assert.Equal(Transparent, WebPChunks.WithoutMetadata(source));
    }

    [Fact]
    public void WithoutMetadata_WhenAFrameHoldsUnknownChunks_ShouldDropThem()
    {
        var frameAt = Animated.AsSpan().IndexOf("ANMF"u8);
        var length = BinaryPrimitives.ReadInt32LittleEndian(Animated.AsSpan(frameAt + 4));
        var frame = Encoding.Latin1.GetString(Animated, frameAt + 8, length);
        var stuffed = Chunk("ANMF", frame + Encoding.Latin1.GetString(Chunk("junk", "payload")));
        var source = Riffed([.. Animated[12..frameAt], .. stuffed, .. Animated[(frameAt + 8 + length)..]]);

        Assert.Equal(Animated, WebPChunks.WithoutMetadata(source));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void WithoutMetadata_WhenCutAnywhere_ShouldRefuse(byte[] file) =>
        Assert.All(Enumerable.Range(0, file.Length), length => Assert.Null(WebPChunks.WithoutMetadata(file.AsSpan(0, length))));

    [Theory]
    [InlineData("VP8X")]
    [InlineData("VP8 ")]
    [InlineData("ANIM")]
    [InlineData("ALPH")]
    public void WithoutMetadata_WhenAChunkComesTwice_ShouldRefuse(string name) =>
        Assert.Null(WebPChunks.WithoutMetadata(Riffed([.. Transparent[12..], .. Chunk(name, "0123456789")])));

    private static byte[] Riffed(byte[] chunks)
    {
        byte[] file = [.. "RIFF\0\0\0\0WEBP"u8, .. chunks];
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        return file;
    }

    private static byte[] Chunk(string name, string payload)
    {
        byte[] chunk = [.. Encoding.Latin1.GetBytes(name), 0, 0, 0, 0, .. Encoding.Latin1.GetBytes(payload), .. new byte[payload.Length % 2]];
        BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(4), payload.Length);
        return chunk;
    }
}
