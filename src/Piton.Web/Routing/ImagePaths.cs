using Piton.Domain.Images;

namespace Piton.Web.Routing;

/// <summary>Where an image and its files are, as absolute paths.</summary>
public static class ImagePaths
{
    public static string Page(ImageId id) => $"/images/{id}";

    public static string Rendition(ImageId id, RenditionName name) => $"/uploads/{id}/{name.Text}";

    public static string Original(ImageId id) => $"/uploads/{id}/original";
}
