namespace Piton.Domain.Access;

/// <summary>Who sees the gallery.</summary>
public enum GalleryAccess
{
    Public,

    /// <summary>Whoever has an account that was approved.</summary>
    SignedIn,
}
