namespace Piton.Faults.Calls;

/// <summary>What goes wrong, and at which of the calls that are looked at.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">The number of the call, counted from 1.</param>
/// <param name="Error">Of the kernel, where calls fail.</param>
internal sealed record Fault(FaultKind Kind, int At, int Error = 0)
{
    /// <summary>Nothing.</summary>
    public static Fault None { get; } = new(FaultKind.Death, 0);

    /// <summary>Whether it counts this call.</summary>
    public bool Counts(DiskCall call) => Kind switch
    {
        FaultKind.Death => true,
        FaultKind.TornDeath => call.IsWrite,
        FaultKind.Failure => Error is not (Kernel.NoSpace or Kernel.OverQuota) || call.Kind.NeedsRoom,
    };

    /// <summary>What goes wrong, wherever.</summary>
    public string What => Kind switch
    {
        FaultKind.Death => "death at",
        FaultKind.TornDeath => "death within",
        FaultKind.Failure => $"{ErrorName} at",
    };

    public override string ToString() => $"{What} call {At}";

    private string ErrorName => Error switch
    {
        Kernel.InputOutputError => "EIO",
        Kernel.NoSpace => "ENOSPC",
        Kernel.OverQuota => "EDQUOT",
        _ => $"error {Error}",
    };
}
