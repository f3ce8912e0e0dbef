namespace Piton.Infrastructure.Workers;

/// <summary>Ends a worker that takes too long over one job, or whose client is gone. It looks from outside, where the worker has no say.</summary>
internal sealed class Watchdog : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly WorkerProcess _worker;
    private readonly JobBudget _budget;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly CancellationTokenRegistration _hangUp;

    public Watchdog(WorkerProcess worker, JobBudget budget, TimeProvider clock, CancellationToken cancellationToken)
    {
        (_worker, _budget, _clock) = (worker, budget, clock);
        _timer = clock.CreateTimer(_ => Look(), null, Interval, Interval);
        _hangUp = cancellationToken.UnsafeRegister(static state => ((WorkerProcess)state!).Kill(), worker);
    }

    /// <summary>Whether it ended the worker for the time that it took.</summary>
    public bool HasBitten { get; private set; }

    public void Dispose()
    {
        _timer.Dispose();
        _hangUp.Dispose();
    }

    private void Look()
    {
        if (_worker.ProcessorTime > _budget.ProcessorTimeAtEnd || _clock.GetUtcNow() > _budget.Deadline)
        {
            HasBitten = true;
            _worker.Kill();
        }
    }
}
