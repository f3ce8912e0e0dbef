using NetVips;
using Piton.Infrastructure.Containers;
using Piton.Infrastructure.Tests.Vips;

namespace Piton.Infrastructure.Tests.Containers;

public sealed class JpegSegmentsTests
{
    private static readonly byte[] Plain = Pictures.Noise(90, 70, seed: 1).JpegsaveBuffer(q: 60, keep: Enums.ForeignKeep.None);

    [Fact]
    public void WithoutMetadata_WhenThereIsNone_ShouldGiveTheSameFile() =>
        Assert.Equal(Plain, JpegSegments.WithoutMetadata(Plain));

    [Fact]
    public void WithoutMetadata_WhenThereIsSome_ShouldGiveTheFileAsItWasBefore() =>
        Assert.Equal(Plain, JpegSegments.WithoutMetadata(TestJpeg.Stuffed(Plain)));

    [Fact]
    public void WithoutMetadata_WhenColoursHangOnAdobesMarker_ShouldKeepItsTwelveBytes()
    {
        byte[] adobe = [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0];
        byte[] source = [.. Plain[..2], .. TestJpeg.Segment(0xee, [.. adobe, .. "payload"u8]), .. Plain[2..]];

        var copy = JpegSegments.WithoutMetadata(source);

        Assert.Equal<byte>([.. Plain[..2], .. TestJpeg.Segment(0xee, adobe), .. Plain[2..]], copy!);
        using var image = Image.NewFromBuffer(copy!);
        using var other = Image.NewFromBuffer(source);
        VipsConverterGraphicsTests.AssertSame(other, image);
    }

    [Fact]
    public void WithoutMetadata_WhenJfifHasAThumbnail_ShouldDropIt()
    {
        byte[] jfif = [.. "JFIF\0"u8, 1, 2, 1, 0, 72, 0, 72, 2, 1, 1, 2, 3, 4, 5, 6];
        byte[] source = [.. Plain[..2], .. TestJpeg.Segment(0xe0, jfif), .. Plain[2..]];

        byte[] bare = [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0];
        Assert.Equal<byte>([.. Plain[..2], .. TestJpeg.Segment(0xe0, bare), .. Plain[2..]], JpegSegments.WithoutMetadata(source)!);
    }

    [Fact]
    public void WithoutMetadata_WhenMarkersArePadded_ShouldDropThePadding()
    {
        byte[] source = [.. Plain[..^2], 0xff, 0xff, 0xff, .. Plain[^2..]];

        Assert.Equal(Plain, JpegSegments.WithoutMetadata(source));
    }

    [Fact]
    public void WithoutMetadata_WhenATableIsFollowedByMore_ShouldRefuse()
    {
        var tablesAt = Plain.AsSpan().IndexOf([(byte)0xff, (byte)0xdb]);
        var length = Plain[tablesAt + 2] << 8 | Plain[tablesAt + 3];
        byte[] table = [.. Plain[(tablesAt + 4)..(tablesAt + 2 + length)], .. "payload"u8];
        byte[] source = [.. Plain[..tablesAt], .. TestJpeg.Segment(0xdb, table), .. Plain[(tablesAt + 2 + length)..]];

        Assert.Null(JpegSegments.WithoutMetadata(source));
    }

    [Fact]
    public void WithoutMetadata_WhenCutAnywhere_ShouldRefuse() =>
        Assert.All(Enumerable.Range(0, Plain.Length), length => Assert.Null(JpegSegments.WithoutMetadata(Plain.AsSpan(0, length))));

    [Fact]
    public void WithoutMetadata_WhenSecondPictureFollows_ShouldKeepTheFirst() =>
        Assert.Equal(Plain, JpegSegments.WithoutMetadata([.. Plain, .. Plain]));

    [Fact]
    public void WithoutLastByte_WhenDataIsAsLongAsItMustBe_ShouldMakeTheDecoderComplain()
    {
        var shorter = JpegSegments.WithoutLastByte(Plain);

        Assert.ThrowsAny<VipsException>(() => Image.NewFromBuffer(shorter, failOn: Enums.FailOn.Warning).Avg());
        Assert.True(Image.NewFromBuffer(Plain, failOn: Enums.FailOn.Warning).Avg() > 0);
    }
}
