namespace Piton.Domain.Images;

/// <summary>How many conversions there may be at once.</summary>
public sealed record ConversionQueueLimits
{
    /// <summary>How many run; at least 1, or 0 in a process that converts nothing.</summary>
    public int Running { get; init; } = Environment.ProcessorCount;

    /// <summary>How many more wait; at least 0.</summary>
    public int Waiting { get; init; } = 64;
}
