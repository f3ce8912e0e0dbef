namespace Piton.Domain.Images;

/// <summary>What can be wrong with something that is to be imported, before anybody looks at the picture.</summary>
public enum ImportFlaw
{
    /// <summary>What is said of it cannot be read.</summary>
    BadMetadata,

    /// <summary>It is said to have a name that no file can have, or has one that is no UTF-8.</summary>
    BadName,

    /// <summary>It is said to be of a day that there is not.</summary>
    BadDate,

    /// <summary>There is no such file.</summary>
    MissingFile,

    /// <summary>A link leads to it, or would, out of the folder.</summary>
    OutsideFolder,

    /// <summary>The system does not let it be read.</summary>
    Unreadable,

    /// <summary>It is a folder, a pipe or the like.</summary>
    NotAFile,

    /// <summary>It is what a Piton keeps, or a backup of it.</summary>
    PitonFolder,
}
