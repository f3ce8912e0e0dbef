using Piton.Domain.Images;
using Piton.Infrastructure.Json.Index;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json;

/// <summary>One line on its way to the index.</summary>
/// <param name="Id">The image concerned.</param>
/// <param name="Image">As it is from here on; null where it is removed.</param>
/// <param name="Place">Where the line is.</param>
internal sealed record CatalogEntry(ImageId Id, Image? Image, LogPlace Place)
{
    public void ApplyTo(CatalogIndex index)
    {
        if (Image is null)
        {
            index.Remove(Id);
        }
        else
        {
            index.Put(IndexFields.Of(Image), Place);
        }
    }
}
