using System.Text.Json;
using Ardalis.Result;
using MediatR;
using Piton.Application.Images.PurgeTrash;
using Piton.Domain.Access;

namespace Piton.Web.Background;

/// <summary>Empties the trash of what has been there long enough: once Piton has started, and every hour after.</summary>
internal sealed partial class PurgeTrashService(
    IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<PurgeTrashService> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            await StartedAsync().WaitAsync(stoppingToken);
            do
            {
                await PurgeAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A host that cannot start cancels its services before it is stopping, and would call this a failure.
        }
    }

    private Task StartedAsync()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lifetime.ApplicationStarted.Register(started.SetResult);
        return started.Task;
    }

    private async Task PurgeAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        try
        {
            LogOutcome(await mediator.Send(new PurgeTrashCommand(Actor.System), stoppingToken));
        }
        catch (Exception fault) when (IsOfTheDisk(fault))
        {
            // A fault that leaves this service ends the whole server. One bad hour must not; the next hour tries again.
            LogFault(fault);
        }
    }

    // What a disk that fails, and a damaged catalogue, can end in.
    private static bool IsOfTheDisk(Exception fault) =>
        fault is IOException or UnauthorizedAccessException or InvalidDataException or JsonException or FormatException;

    private void LogOutcome(Result<int> purged)
    {
        if (!purged.IsSuccess)
        {
            LogRefused(purged.Status, purged.Errors.LastOrDefault());
        }
        else if (purged.Value > 0)
        {
            LogPurged(purged.Value);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} images whose time in the trash was over")]
    private partial void LogPurged(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The trash could not be purged; the next try is in an hour")]
    private partial void LogFault(Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The trash was not purged ({Status}: {Reason}); the next try is in an hour")]
    private partial void LogRefused(ResultStatus status, string? reason);
}
