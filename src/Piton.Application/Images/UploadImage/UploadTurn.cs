using Piton.Domain.Images;

namespace Piton.Application.Images.UploadImage;

/// <summary>One upload under a key. While it lasts, no other with that key begins; without a success, the key is as good as new after it.</summary>
internal sealed class UploadTurn(AccountKeys? keys, string? key, KeyedUpload? earlier) : IDisposable
{
    /// <summary>That of an upload without a key: nothing is remembered of it.</summary>
    public static UploadTurn WithoutKey { get; } = new(null, null, null);

    /// <summary>What came under the same key before; null where nothing did.</summary>
    public KeyedUpload? Earlier => earlier;

    /// <summary>Remembers what came of it.</summary>
    /// <param name="payload">The hash of all that was sent.</param>
    /// <param name="uploaded">What it is answered with.</param>
    public void Keep(ContentHash payload, UploadedImage uploaded) => keys?.Keep(key!, payload, uploaded);

    public void Dispose() => keys?.End(key!);
}
