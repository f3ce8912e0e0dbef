namespace Piton.Infrastructure.Workers.Protocol;

/// <summary>What the server says to a worker.</summary>
/// <param name="Task">What to do.</param>
/// <param name="SourceBytes">How many bytes of the source follow.</param>
internal sealed record WorkerRequest(WorkerTask Task, int SourceBytes);
