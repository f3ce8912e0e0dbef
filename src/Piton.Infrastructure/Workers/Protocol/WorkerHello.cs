namespace Piton.Infrastructure.Workers.Protocol;

/// <summary>The first that a worker says, once it is shut in and could be shown a picture.</summary>
/// <param name="Refusal">Why it must not be shown any; null where it may.</param>
/// <param name="Gaps">What of the sandbox is missing, or did not hold; empty where it is whole.</param>
internal sealed record WorkerHello(string? Refusal, IReadOnlyList<string> Gaps);
