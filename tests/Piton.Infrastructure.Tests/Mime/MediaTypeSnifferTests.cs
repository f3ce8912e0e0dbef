using System.IO.Compression;
using System.Text;
using Piton.Infrastructure.Mime;

namespace Piton.Infrastructure.Tests.Mime;

public sealed class MediaTypeSnifferTests : IDisposable
{
    private readonly MediaTypeSniffer _sniffer = new();

    public void Dispose() => _sniffer.Dispose();

    [Theory]
    [InlineData("\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF\0", "image/jpeg")]
    [InlineData("GIF89a\u0001\0\u0001\0", "image/gif")]
    [InlineData("RIFF\u0024\0\0\0WEBPVP8 ", "image/webp")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "image/svg+xml")]
    [InlineData("<!DOCTYPE html><html><body>", "text/html")]
    [InlineData("%PDF-1.7\n", "application/pdf")]
    [InlineData("II*\0\u0008\0\0\0\0\0\0\0", "image/tiff")]
    [InlineData("just words", "text/plain")]
    [InlineData("\u00FF\u000A\0\0", "image/jxl")]
    [InlineData("\0\0\0\u000CJXL \r\n\u0087\n", "image/jxl")]
    public void MediaTypeOf_WhenFirstBytesAreKnown_ShouldNameTheType(string head, string expected) =>
        Assert.Equal(expected, _sniffer.MediaTypeOf(Encoding.Latin1.GetBytes(head)));

    [Theory]
    [InlineData("avif", "mif1", "image/avif")]
    [InlineData("avis", "msf1", "image/avif")]
    [InlineData("mif1", "avif", "image/avif")]
    [InlineData("heic", "mif1", "image/heic")]
    public void MediaTypeOf_WhenFileIsOfBoxes_ShouldGoByItsBrands(string major, string compatible, string expected) =>
        Assert.Equal(expected, _sniffer.MediaTypeOf(FileTypeBox(major, "miaf" + compatible)));

    [Fact]
    public void MediaTypeOf_WhenAvifBrandIsOnlyInALaterBox_ShouldNotBeAvif() =>
        Assert.NotEqual("image/avif", _sniffer.MediaTypeOf([.. FileTypeBox("mif1", "heic"), .. "avifavif"u8]));

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    public void MediaTypeOf_WhenBoxLengthIsALie_ShouldStayWithinTheBytes(int length)
    {
        var head = FileTypeBox("mif1", "heic");
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(head, length);

        Assert.NotEqual("image/avif", _sniffer.MediaTypeOf(head));
    }

    [Fact]
    public void MediaTypeOf_WhenFileIsAnArchive_ShouldSayZip()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("a.jpg").Open().Dispose();
        }

        Assert.Equal("application/zip", _sniffer.MediaTypeOf(stream.ToArray()));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x9F, 0x01, 0xE4, 0x83, 0x00, 0xFD })]
    public void MediaTypeOf_WhenNothingIsKnown_ShouldBeNull(byte[] head) => Assert.Null(_sniffer.MediaTypeOf(head));

    [Fact]
    public void MediaTypeOf_WhenManyThreadsAsk_ShouldAnswerEachRightly()
    {
        var jpeg = Encoding.Latin1.GetBytes("\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF\0");
        var html = "<!DOCTYPE html><html>"u8.ToArray();

        Parallel.For(0, 2000, index =>
            Assert.Equal(index % 2 == 0 ? "image/jpeg" : "text/html", _sniffer.MediaTypeOf(index % 2 == 0 ? jpeg : html)));
    }

    private static byte[] FileTypeBox(string major, string compatible)
    {
        var length = (byte)(16 + compatible.Length);
        return [0, 0, 0, length, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(major), 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(compatible)];
    }
}
