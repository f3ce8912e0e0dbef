using System.Diagnostics;
using Ardalis.Result;
using MediatR;
using Piton.Application.Refusals;
using Piton.Application.Telemetry;

namespace Piton.Application.Behaviors;

/// <summary>Makes each request a step of the trace that it belongs to, and counts the refusals by their codes; never what is in them.</summary>
internal sealed class TelemetryBehavior<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult
{
    private static readonly string Name = NameOf(typeof(TRequest).Name);

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        using var activity = ApplicationTelemetry.Activities.StartActivity(Name);
        var response = await next();
        if (CodeOf(response) is { } code)
        {
            ApplicationTelemetry.CountRefusal(Name, code);
            activity?.SetTag("piton.code", code);
        }

        activity?.SetTag("piton.status", response.Status.ToString());
        activity?.SetStatus(IsTheServers(response.Status) ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        return response;
    }

    // UploadImage of UploadImageCommand.
    private static string NameOf(string type) =>
        type.EndsWith("Command", StringComparison.Ordinal) ? type[..^"Command".Length]
        : type.EndsWith("Query", StringComparison.Ordinal) ? type[..^"Query".Length]
        : type;

    private static string? CodeOf(TResponse response) => response.Status switch
    {
        ResultStatus.Invalid => response.ValidationErrors.OfType<Refusal>().FirstOrDefault()?.ErrorCode ?? "invalid",
        ResultStatus.Unavailable => Unavailable.CodeOf(response)?.Text() ?? "unavailable",
        ResultStatus.Forbidden or ResultStatus.Unauthorized => "forbidden",
        _ => null,
    };

    private static bool IsTheServers(ResultStatus status) =>
        status is ResultStatus.Unavailable or ResultStatus.Error or ResultStatus.CriticalError;
}
