namespace Piton.Domain.Access;

/// <summary>What can be asked of the library.</summary>
public enum Right
{
    ViewImages,
    UploadImages,
    RenameImages,
    DeleteImages,
    RestoreImages,
    EmptyTrash,
    PurgeTrash,
    VerifyLibrary,
}
