using System.Text.Json;
using Piton.Domain.Images;

namespace Piton.Application.Images.UploadImage;

/// <summary>All that was sent with an upload, as one hash.</summary>
internal static class UploadPayload
{
    public static ContentHash HashOf(ContentHash content, string fileName, UploadDetails details) =>
        ContentHash.Of(JsonSerializer.SerializeToUtf8Bytes<string?[]>([content.ToString(), fileName, details.Name, details.Alt, details.Visibility]));
}
