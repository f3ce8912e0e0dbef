using System.Diagnostics.Metrics;
using MediatR;

namespace Piton.Extension.Sample.Behaviors;

/// <summary>Counts the requests that were found valid, Piton's own among them, by their names.</summary>
internal sealed class RequestCountBehavior<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly Counter<long> Requests = SampleMeter.Instance.CreateCounter<long>("piton_sample_requests");

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        Requests.Add(1, new KeyValuePair<string, object?>("request", typeof(TRequest).Name));
        return next();
    }
}
