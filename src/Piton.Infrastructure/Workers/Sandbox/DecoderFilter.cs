namespace Piton.Infrastructure.Workers.Sandbox;

/// <summary>Leaves to this process the system calls of a decoder and no other, for good.</summary>
internal static class DecoderFilter
{
    // O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND, __O_TMPFILE.
    private const uint AnyWayToWrite = 0b11 | 0x40 | 0x200 | 0x400 | 0x40_0000;

    // CLONE_THREAD: what shares everything with this process, and so is no other.
    private const uint NewThread = 0x1_0000;

    // F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC: nothing that signals or locks.
    private static readonly uint[] DescriptorControls = [0, 1, 2, 3, 4, 1030];

    // TCGETS and FIONREAD, by which it learns that it has no terminal and how much waits in a pipe.
    private static readonly uint[] DeviceControls = [0x5401, 0x541b];

    // PR_GET_DUMPABLE, PR_SET_NAME, PR_GET_NAME, PR_CAPBSET_READ, PR_SET_VMA: names of threads and of memory.
    private static readonly uint[] ProcessControls = [3, 15, 16, 23, 0x5356_4d41];

    // A thread of the runtime ends at once where it cannot spread itself over the processors.
    private const uint CallingThread = 0;

    // The numbers that the kernels had at the time of writing end before.
    private const uint FirstNew = 450;

    /// <returns>Whether the kernel did it.</returns>
    public static bool TryInstall()
    {
        var self = (uint)Environment.ProcessId;
        var program = new FilterProgram();
        foreach (var call in AllowedCalls.Plain)
        {
            program.Allow(call);
        }

        return program
            .AllowWithoutBits(AllowedCalls.Open, 1, AnyWayToWrite)
            .AllowWithoutBits(AllowedCalls.OpenAt, 2, AnyWayToWrite)
            .AllowWhereArgumentIs(AllowedCalls.DescriptorControl, 1, DescriptorControls)
            .AllowWhereArgumentIs(AllowedCalls.DeviceControl, 1, DeviceControls)
            .AllowWhereArgumentIs(AllowedCalls.ProcessControl, 0, ProcessControls)
            .AllowWithAnyBit(AllowedCalls.Clone, 0, NewThread)
            .AllowWhereArgumentIs(AllowedCalls.SetAffinity, 0, CallingThread)
            .AllowWhereArgumentIs(AllowedCalls.Kill, 0, self)
            .AllowWhereArgumentIs(AllowedCalls.ThreadKill, 0, self)
            .AllowWhereArgumentIsNull(AllowedCalls.ProcessLimits, 2)
            .Unknown(AllowedCalls.Clone3)
            .Unknown(AllowedCalls.OpenAt2)
            .UnknownFrom(FirstNew)
            .RefuseTheRest()
            .TryInstall();
    }
}
