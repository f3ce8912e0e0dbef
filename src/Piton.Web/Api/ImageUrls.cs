using Piton.Domain.Images;

namespace Piton.Web.Api;

/// <summary>The absolute paths under which an image is reached.</summary>
internal static class ImageUrls
{
    public static IReadOnlyDictionary<string, string> Of(Image image, PathString pathBase)
    {
        var urls = new Dictionary<string, string> { ["page"] = $"{pathBase}/images/{image.Id}" };
        foreach (var rendition in image.Renditions)
        {
            urls[rendition.Name.Text] = $"{pathBase}/uploads/{image.Id}/{rendition.Name.Text}";
        }

        return urls;
    }
}
