namespace Piton.Domain.Access;

/// <summary>What can be asked of the library.</summary>
public enum Right
{
    ViewImages,
    UploadImages,

    /// <summary>To change what an image is called and what is said to be on it.</summary>
    EditImages,

    DeleteImages,
    RestoreImages,
    EmptyTrash,
    PurgeTrash,
    VerifyLibrary,

    /// <summary>To see the files as they were sent, with all that they say of their sender; one's own only.</summary>
    OpenOriginals,
}
