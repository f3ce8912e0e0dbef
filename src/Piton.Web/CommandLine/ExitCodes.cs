namespace Piton.Web.CommandLine;

/// <summary>How a command ends, for scripts.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>It was not done, or not all of it; what was checked is not whole.</summary>
    public const int Failed = 1;

    /// <summary>The arguments make no command.</summary>
    public const int Misused = 2;

    /// <summary>The library could not be looked at, so nothing is known of it.</summary>
    public const int CouldNotLook = 3;
}
