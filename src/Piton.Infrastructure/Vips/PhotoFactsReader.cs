using Piton.Domain.Images;
using Piton.Infrastructure.Exif;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Vips;

/// <summary>Reads what the camera wrote, as the loader has put it beside the pixels.</summary>
internal static class PhotoFactsReader
{
    /// <returns>Null where it wrote nothing.</returns>
    public static PhotoFacts? Read(VipsImage image) =>
        image.Contains(VipsFields.Exif) ? ExifReader.Read((byte[])image.Get(VipsFields.Exif)) : null;
}
