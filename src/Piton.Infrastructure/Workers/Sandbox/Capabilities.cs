namespace Piton.Infrastructure.Workers.Sandbox;

/// <summary>Gives up what makes root's processes more than others (capabilities(7)).</summary>
internal static class Capabilities
{
    private const uint Version3 = 0x2008_0522;

    // Where Piton is in a folder of another user's, root's worker must still be able to read its own program.
    private const uint ReadAnyFile = 1u << 2;

    /// <summary>For this thread, and for the program that it becomes.</summary>
    public static unsafe void Drop()
    {
        var (get, set) = Linux.IsArm64 ? (90, 91) : (125, 126);
        var header = stackalloc uint[] { Version3, 0 };

        // Two groups of 32, each with what is effective, permitted and inheritable.
        var data = stackalloc uint[6];
        if (Linux.Call(get, (nint)header, (nint)data) != 0)
        {
            return;
        }

        var kept = data[1] & ReadAnyFile;
        (data[0], data[1], data[2], data[3], data[4], data[5]) = (kept, kept, 0, 0, 0, 0);
        _ = Linux.Call(set, (nint)header, (nint)data);
    }
}
