namespace Piton.Web.CommandLine;

/// <summary>How a command uses the library where no server has it.</summary>
internal enum LibraryUse
{
    /// <summary>It runs on the open library, with the folder's lock, as the server would.</summary>
    Opened,

    /// <summary>Nothing is opened before: what it sends takes the lock itself, and opens what it needs. It works on a library that does not open.</summary>
    AsItLies,
}
