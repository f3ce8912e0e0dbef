namespace Piton.Domain.Access;

/// <summary>What can be asked of Piton.</summary>
public enum Right
{
    /// <summary>To see what everybody finds, and by its link what is unlisted.</summary>
    ViewImages,

    /// <summary>To find images that are not public, and to see private ones.</summary>
    ViewHiddenImages,

    /// <summary>To see files as they were sent, with all that they say of their sender.</summary>
    OpenOriginals,

    UploadImages,

    /// <summary>To change what an image is called and what is said to be on it.</summary>
    EditImages,

    /// <summary>To change who finds an image.</summary>
    ShareImages,

    DeleteImages,

    /// <summary>To see the trash, and to bring images back from it.</summary>
    RestoreImages,

    EmptyTrash,

    /// <summary>To change what is known of an account, its password and its second factor, and to end its sessions.</summary>
    ManageAccount,

    ManageTokens,

    /// <summary>To see all accounts, and to say what role each has.</summary>
    Administer,

    /// <summary>To read what Piton measures of itself.</summary>
    ReadMetrics,

    PurgeTrash,

    VerifyLibrary,

    /// <summary>To write the library's logs anew without what is out of date.</summary>
    CompactLibrary,

    /// <summary>To add images in the name of others, with the dates and addresses that they had elsewhere.</summary>
    ImportImages,
}
