namespace Piton.Infrastructure.Workers;

/// <summary>How long one job may take.</summary>
/// <param name="ProcessorTimeAtEnd">What the worker's processor time, over its whole life, may come to.</param>
/// <param name="Deadline">When it must be done, UTC; for a worker that sleeps.</param>
internal readonly record struct JobBudget(TimeSpan ProcessorTimeAtEnd, DateTimeOffset Deadline)
{
    // A machine that is shared lends a conversion a part of a core only.
    private const int SleepFactor = 3;

    public static JobBudget From(WorkerProcess worker, TimeSpan limit, DateTimeOffset now) =>
        new((worker.ProcessorTime ?? TimeSpan.Zero) + limit, now + limit * SleepFactor);
}
