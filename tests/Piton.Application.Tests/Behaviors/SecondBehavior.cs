using MediatR;

namespace Piton.Application.Tests.Behaviors;

/// <summary>The second behaviour of another team, by its name.</summary>
internal sealed class SecondBehavior<TRequest, TResponse>(Trace trace) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        trace.Steps.Add("second");
        return next();
    }
}
