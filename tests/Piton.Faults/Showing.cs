using Piton.Faults.Calls;

namespace Piton.Faults;

/// <summary>How it went once.</summary>
/// <param name="Hit">The call that went wrong; null where the scenario makes fewer, and everything was well.</param>
/// <param name="Calls">How many calls were counted.</param>
/// <param name="Flaws">What was not as it has to be.</param>
internal sealed record Showing(DiskCall? Hit, int Calls, IReadOnlyList<string> Flaws);
