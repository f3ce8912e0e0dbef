namespace Piton.Domain.Images;

/// <summary>Folders with pictures that are to be imported: what another installation left, or any other. They are only read, and trusted in nothing.</summary>
public interface IImportSource
{
    /// <summary>Finds the pictures of a folder, and what is said of them there. No picture is opened for it.</summary>
    /// <returns>Null where there is no folder, or none that may be read.</returns>
    Task<ImportListing?> ListAsync(string folder, CancellationToken cancellationToken);

    /// <summary>Opens a file that a listing has. What leads out of the folder is not opened, whatever leads there.</summary>
    OpenedImport Open(ImportListing listing, ImportItem item);
}
