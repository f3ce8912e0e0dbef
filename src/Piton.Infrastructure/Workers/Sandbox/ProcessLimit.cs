namespace Piton.Infrastructure.Workers.Sandbox;

/// <summary>What the kernel limits of a process (getrlimit(2)), by the numbers of Linux.</summary>
internal enum ProcessLimit
{
    /// <summary>Seconds of processor time over its whole life.</summary>
    ProcessorTime = 0,

    /// <summary>Bytes of a file that it writes.</summary>
    FileSize = 1,

    /// <summary>Bytes of memory that only it sees and can write.</summary>
    PrivateMemory = 2,

    /// <summary>Bytes of the picture of its memory that is written when it crashes.</summary>
    CoreDump = 4,

    /// <summary>The highest number of a descriptor, less one.</summary>
    Descriptors = 7,

    /// <summary>Bytes of addresses, whether there is memory behind them or not.</summary>
    Addresses = 9,
}
