namespace Piton.Faults.Calls;

internal enum FaultKind
{
    /// <summary>The process dies before the call is carried out.</summary>
    Death,

    /// <summary>It dies when half of a write is carried out.</summary>
    TornDeath,

    /// <summary>The call fails with an error.</summary>
    Failure,
}
