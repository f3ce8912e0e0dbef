using Piton.Domain.Images;
using Piton.Infrastructure.Telemetry;
using Piton.Infrastructure.Workers.Protocol;

namespace Piton.Infrastructure.Workers;

/// <summary>One source in the hands of one worker, which is lent at the first question and given back at the end.</summary>
internal sealed class WorkerJob(WorkerPool pool, Stream source, DecoderOptions options, TimeProvider clock) : IConversionJob
{
    private WorkerProcess? _worker;
    private JobBudget _budget;

    /// <summary>The process that has the job; 0 where none has.</summary>
    public int Process => _worker?.Id ?? 0;

    public async Task<InspectResult> InspectAsync(CancellationToken cancellationToken)
    {
        using var step = InfrastructureTelemetry.Activities.StartActivity("decoder.inspect");
        if (await pool.LendAsync(cancellationToken) is not { } worker)
        {
            return new InspectResult(InspectOutcome.Interrupted, null, null);
        }

        _worker = worker;
        _budget = JobBudget.From(worker, TimeSpan.FromSeconds(options.MaxCpuSeconds), clock.GetUtcNow());
        var (answer, end) = await AskAsync(worker, pipe => Inspect(pipe, source), AnswerRules.Hold, cancellationToken);
        return answer ?? end switch
        {
            WorkerEnd.Crashed => new InspectResult(InspectOutcome.Broken, null, null),
            WorkerEnd.OverTime => new InspectResult(InspectOutcome.OverLimit, null, null, TooMuchTime),
            WorkerEnd.Interrupted => new InspectResult(InspectOutcome.Interrupted, null, null),
        };
    }

    public async Task<ConvertResult> ConvertAsync(CancellationToken cancellationToken)
    {
        using var step = InfrastructureTelemetry.Activities.StartActivity("decoder.convert");
        var worker = _worker ?? throw new InvalidOperationException("Nothing was inspected that could be converted.");
        var (answer, end) = await AskAsync(worker, Convert, AnswerRules.Hold, cancellationToken);
        return answer ?? end switch
        {
            WorkerEnd.Crashed => new ConvertResult(ConvertOutcome.Broken),
            WorkerEnd.OverTime => new ConvertResult(ConvertOutcome.OverLimit, Breach: TooMuchTime),
            WorkerEnd.Interrupted => new ConvertResult(ConvertOutcome.Interrupted),
        };
    }

    public ValueTask DisposeAsync()
    {
        if (_worker is { } worker)
        {
            _worker = null;
            pool.TakeBack(worker);
        }

        return ValueTask.CompletedTask;
    }

    private LimitBreach TooMuchTime => new(LimitKind.ProcessorTime, options.MaxCpuSeconds, options.MaxCpuSeconds);

    private static InspectResult? Inspect(WorkerPipe pipe, Stream source)
    {
        var length = checked((int)source.Length);
        pipe.Write(json => json.WorkerRequest, new WorkerRequest(WorkerTask.Inspect, length));
        pipe.WriteSource(source, length);
        return pipe.Read(json => json.InspectResult);
    }

    private static ConvertResult? Convert(WorkerPipe pipe)
    {
        pipe.Write(json => json.WorkerRequest, new WorkerRequest(WorkerTask.Convert, 0));
        return pipe.Read(json => json.ConvertResult);
    }

    /// <returns>The answer; or null, the end of the worker, and why.</returns>
    private async Task<(T? Answer, WorkerEnd End)> AskAsync<T>(
        WorkerProcess worker, Func<WorkerPipe, T?> exchange, Predicate<T> holds, CancellationToken cancellationToken)
        where T : class
    {
        using var watchdog = new Watchdog(worker, _budget, clock, cancellationToken);
        var end = default(WorkerEnd?);
        var answered = false;
        try
        {
            var answer = await worker.AskAsync(exchange);
            answered = answer is not null && holds(answer);
            if (answered)
            {
                return (answer, default);
            }

            end = answer is null ? null : WorkerEnd.Crashed;
        }
        catch (EndOfStreamException)
        {
            // Its exit code says why.
        }
        catch (InvalidDataException)
        {
            end = WorkerEnd.Crashed;
        }
        finally
        {
            if (!answered)
            {
                worker.Kill();
            }
        }

        await worker.Ended;
        cancellationToken.ThrowIfCancellationRequested();
        return (null, watchdog.HasBitten ? WorkerEnd.OverTime : end ?? WorkerEnds.Of(worker.ExitCode));
    }
}
