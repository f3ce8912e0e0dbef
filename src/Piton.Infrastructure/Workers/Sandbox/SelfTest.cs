namespace Piton.Infrastructure.Workers.Sandbox;

/// <summary>Tries what a decoder that was taken over would try first.</summary>
internal static class SelfTest
{
    private const int Internet = 2;
    private const int Streaming = 1;

    private static readonly SystemCall Socket = new(41, 198);

    /// <summary>Tries all of it from inside this process.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <returns>What could be done, in English, for the operator; empty where all was refused.</returns>
    public static IReadOnlyList<string> Run(string dataDirectory) =>
    [
        .. OpensSocket() ? ["A decoder can open a network connection."] : (string[])[],
        .. StartsProcess() ? ["A decoder can start another program."] : (string[])[],
        .. ReadsFolder(dataDirectory) ? [$"A decoder can read {dataDirectory}."] : (string[])[],
    ];

    private static bool OpensSocket() => Linux.Call(Socket.Number, Internet, Streaming) >= 0;

    // A folder cannot be run, so nothing starts; but only a process that may not start any is told so by this error.
    private static bool StartsProcess() => Linux.Spawn("/") is not (Linux.NotPermitted or Linux.NotImplemented);

    private static bool ReadsFolder(string path)
    {
        try
        {
            _ = Directory.EnumerateFileSystemEntries(path).Any();
            return true;
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }
}
