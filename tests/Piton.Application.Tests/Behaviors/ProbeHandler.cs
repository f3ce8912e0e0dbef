using Ardalis.Result;
using MediatR;

namespace Piton.Application.Tests.Behaviors;

internal sealed class ProbeHandler(Trace trace) : IRequestHandler<ProbeCommand, Result<string>>
{
    public Task<Result<string>> Handle(ProbeCommand request, CancellationToken cancellationToken)
    {
        trace.Steps.Add("handler");
        return Task.FromResult(Result.Success(request.Secret));
    }
}
