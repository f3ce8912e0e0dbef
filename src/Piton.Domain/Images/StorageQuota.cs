namespace Piton.Domain.Images;

/// <summary>How much one account may have in the library, the trash included, since that is on disk too.</summary>
/// <param name="MaxImages">How many images; null for any.</param>
/// <param name="MaxBytes">The most bytes of <see cref="ImageUsage.StoredBytes"/>; null for any.</param>
public sealed record StorageQuota(long? MaxImages = null, long? MaxBytes = null)
{
    public static StorageQuota None { get; } = new();

    /// <summary>Whether an image more would be too many images.</summary>
    public bool IsFull(ImageUsage usage) => usage.Images >= MaxImages;

    /// <summary>Whether so many bytes more would be too many.</summary>
    public bool IsExceeded(ImageUsage usage, long more) => usage.StoredBytes + more > MaxBytes;
}
