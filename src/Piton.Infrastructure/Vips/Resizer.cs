using NetVips;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Vips;

/// <summary>Makes pictures smaller, by Lanczos.</summary>
internal static class Resizer
{
    /// <summary>Resizes to exactly this size; computed where it is read.</summary>
    public static VipsImage Resize(VipsImage image, int width, int height)
    {
        if (!image.HasAlpha())
        {
            return ResizeSamples(image, width, height);
        }

        // What is transparent has a colour too, which must not bleed into what is not.
        using var premultiplied = image.Premultiply();
        using var resized = ResizeSamples(premultiplied, width, height);
        using var straight = resized.Unpremultiply();
        using var rounded = straight.Rint();
        return rounded.Cast(Enums.BandFormat.Uchar);
    }

    private static VipsImage ResizeSamples(VipsImage image, int width, int height) =>
        image.Resize((double)width / image.Width, vscale: (double)height / image.Height);
}
