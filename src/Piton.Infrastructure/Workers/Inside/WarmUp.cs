using Piton.Infrastructure.Vips;

namespace Piton.Infrastructure.Workers.Inside;

/// <summary>Converts a picture of one pixel, so that what is missing behind the wall shows before a stranger's picture is waiting.</summary>
internal static class WarmUp
{
    /// <exception cref="InvalidOperationException">It cannot be converted.</exception>
    public static void Run(VipsConverter converter)
    {
        var picture = new MemoryStream(OnePixel());
        var header = converter.Inspect(picture, CancellationToken.None).Header;
        picture.Position = 0;
        if (header is null || VipsConverter.Convert(picture, header, CancellationToken.None) is null)
        {
            throw new InvalidOperationException("A decoder that is shut in cannot convert a picture of one pixel.");
        }
    }

    // GIF89a: one black pixel, in two colours.
    private static byte[] OnePixel() =>
    [
        .. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255,
        0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b,
    ];
}
