namespace Piton.Infrastructure.Workers;

/// <summary>How much the operator insists on the sandbox around decoders.</summary>
internal enum SandboxMode
{
    /// <summary>Piton starts only where all of it works.</summary>
    Required,

    /// <summary>What works is used; what is missing is said at start and by the health probe.</summary>
    BestEffort,

    /// <summary>Decoders are processes of their own, and no more.</summary>
    Off,
}
