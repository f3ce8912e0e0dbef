namespace Piton.Web.CommandLine;

/// <summary>How a command uses the library where no server has it.</summary>
internal enum LibraryUse
{
    /// <summary>It runs on the open library, with the folder's lock, as the server would.</summary>
    Opened,

    /// <summary>The same; but where its disk is read-only and it cannot be opened, the library as it lies.</summary>
    OpenedIfWritable,

    /// <summary>Nothing is opened before: what it sends takes the lock itself, and opens what it needs. It works on a library that does not open.</summary>
    AsItLies,
}
