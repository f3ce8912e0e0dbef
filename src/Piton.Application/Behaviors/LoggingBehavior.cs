using System.Diagnostics;
using Ardalis.Result;
using MediatR;
using Microsoft.Extensions.Logging;

namespace Piton.Application.Behaviors;

/// <summary>Logs each request's name, time and status; never what is in it.</summary>
internal sealed partial class LoggingBehavior<TRequest, TResponse>(ILogger<LoggingBehavior<TRequest, TResponse>> logger)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult
{
    private static readonly string Name = typeof(TRequest).Name;

    private static readonly bool IsQuery =
        typeof(TRequest).GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IQuery<>));

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var response = await next();
            LogEnd(LevelOf(response.Status), Name, response.Status, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            return response;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogCancelled(Name, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            throw;
        }
    }

    private static LogLevel LevelOf(ResultStatus status) => status switch
    {
        ResultStatus.Unavailable or ResultStatus.CriticalError or ResultStatus.Error => LogLevel.Warning,
        _ => IsQuery ? LogLevel.Debug : LogLevel.Information,
    };

    [LoggerMessage(Message = "{Request} ended {Status} in {Milliseconds:0.0} ms")]
    private partial void LogEnd(LogLevel level, string request, ResultStatus status, double milliseconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Request} was cancelled after {Milliseconds:0.0} ms")]
    private partial void LogCancelled(string request, double milliseconds);
}
