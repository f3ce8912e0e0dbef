namespace Piton.Infrastructure.Json.Log;

/// <summary>How a group commit ended.</summary>
internal enum LogOutcome
{
    /// <summary>On disk.</summary>
    Done,

    /// <summary>There is no room; nothing was changed.</summary>
    DiskFull,

    /// <summary>A write failed, now or earlier, in a way that leaves its fate unknown.</summary>
    ReadOnly,
}
