namespace Piton.Infrastructure.Tests.Vips;

/// <summary>Puts segments into JPEG files (ITU-T T.81, B.1.1.4).</summary>
internal static class TestJpeg
{
    /// <summary>What cameras and attackers write beside a picture, each with the word "payload" in it.</summary>
    public static byte[] Stuffed(byte[] jpeg)
    {
        byte[] afterStart =
        [
            .. Segment(0xe1, "Exif\0\0II*\0payload"u8), .. Segment(0xe1, "http://ns.adobe.com/xap/1.0/\0payload"u8), .. Segment(0xed, "payload"u8),
            .. Segment(0xe2, "MPF\0payload"u8), .. Segment(0xfe, "payload"u8), .. Segment(0xef, "payload"u8),
        ];
        var tablesAt = jpeg.AsSpan().IndexOf([(byte)0xff, (byte)0xdb]);
        return [.. jpeg[..tablesAt], .. afterStart, .. jpeg[tablesAt..], .. "<script>payload</script>"u8];
    }

    public static byte[] Segment(byte marker, ReadOnlySpan<byte> payload) =>
        [0xff, marker, (byte)(payload.Length + 2 >> 8), (byte)(payload.Length + 2), .. payload];

    /// <summary>The markers of a file in their order, up to its end; the coded data of scans is passed over.</summary>
    public static IReadOnlyList<byte> Markers(ReadOnlySpan<byte> jpeg)
    {
        var markers = new List<byte>();
        for (var at = 2; at < jpeg.Length;)
        {
            Assert.Equal(0xff, jpeg[at]);
            var marker = jpeg[at + 1];
            markers.Add(marker);
            if (marker == 0xd9)
            {
                Assert.Equal(jpeg.Length, at + 2);
                return markers;
            }

            at += 2 + (jpeg[at + 2] << 8 | jpeg[at + 3]);
            while (marker == 0xda && !(jpeg[at] == 0xff && jpeg[at + 1] is not 0 and not (>= 0xd0 and <= 0xd7)))
            {
                at++;
            }
        }

        throw new InvalidDataException("The file has no end.");
    }
}
