namespace Piton.Infrastructure.Workers;

/// <summary>The section <c>Piton:Decoder</c>: the processes that decode pictures.</summary>
internal sealed class DecoderOptions
{
    public SandboxMode Sandbox { get; set; } = SandboxMode.BestEffort;

    /// <summary>Pictures that a worker converts before another takes its place, at least 1, where no picture meets another's remains.</summary>
    public int JobsPerWorker { get; set; } = 100;

    /// <summary>Seconds of processor time that one picture may take, at least 1. One that sleeps instead has three times as long.</summary>
    public int MaxCpuSeconds { get; set; } = 60;

    /// <summary>Bytes of memory that a worker may hold.</summary>
    public long MaxMemoryBytes { get; set; } = 2L << 30;
}
