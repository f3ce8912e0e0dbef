namespace Piton.Infrastructure.Workers.Protocol;

/// <summary>What a worker is asked to do.</summary>
internal enum WorkerTask
{
    /// <summary>To take the bytes that follow, and read their header.</summary>
    Inspect,

    /// <summary>To convert the bytes that it took last.</summary>
    Convert,
}
