namespace Piton.Faults.Calls;

/// <summary>Becomes another program whose calls are looked at: <c>Piton.Faults launch PROGRAM ARGUMENT…</c>. A filter binds a thread and the program that it becomes.</summary>
internal static class Launcher
{
    public const string Command = "launch";

    /// <summary>Returns only by failing.</summary>
    public static int Run(string[] program)
    {
        if (!Kernel.TryFilter(CallFilter.Build()))
        {
            Console.Error.WriteLine("The kernel does not let calls be looked at (seccomp, Linux 5.6 or newer).");
            return 1;
        }

        // The listener goes with this program, so somebody has to have it before.
        Kernel.Knock();
        Kernel.Become(program[0], program);
        return 1;
    }
}
