namespace Piton.Infrastructure.Json.Log;

/// <summary>The folder that logs are in; the seam at which tests let the disk fail.</summary>
internal interface ILogDisk
{
    bool Exists(string path);

    /// <summary>Opens a file for reading and writing; creates it where there is none.</summary>
    ILogFile Open(string path);

    /// <summary>Deletes a file; none being there is no error.</summary>
    void Delete(string path);

    /// <summary>Gives a file the name of another in the same folder, and takes the other's place in one step.</summary>
    void Replace(string source, string destination);

    /// <summary>Puts the names in the folder of a file on disk.</summary>
    void FlushFolderOf(string path);
}
