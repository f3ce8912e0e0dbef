using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Web.Routing;

namespace Piton.Web.Api;

/// <summary>The absolute paths under which an image is reached.</summary>
internal static class ImageUrls
{
    public static IReadOnlyDictionary<string, string> Of(Image image, Actor reader)
    {
        var urls = new Dictionary<string, string> { ["page"] = ImagePaths.Page(image.Id) };
        foreach (var rendition in image.Renditions)
        {
            urls[rendition.Name.Text] = ImagePaths.Rendition(image.Id, rendition.Name);
        }

        if (image.ShowsOriginalTo(reader))
        {
            urls["original"] = ImagePaths.Original(image.Id);
        }

        return urls;
    }
}
