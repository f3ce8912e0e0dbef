using MediatR;
using Piton.Application.Images.PurgeTrash;
using Piton.Domain.Access;

namespace Piton.Web.Background;

/// <summary>Empties the trash of what has been there long enough: at start, and every hour after.</summary>
internal sealed partial class PurgeTrashService(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PurgeTrashService> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
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

    private async Task PurgeAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        try
        {
            var purged = await mediator.Send(new PurgeTrashCommand(Actor.System), stoppingToken);
            if (purged.Value > 0)
            {
                LogPurged(purged.Value);
            }
        }
        catch (IOException fault) when (!stoppingToken.IsCancellationRequested)
        {
            // One bad hour on the disk must not end the service; the next hour tries again.
            LogFault(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} images whose time in the trash was over")]
    private partial void LogPurged(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The trash could not be purged; the next try is in an hour")]
    private partial void LogFault(IOException fault);
}
