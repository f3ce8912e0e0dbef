using Ardalis.Result;
using MediatR;

namespace Piton.Architecture.Tests.Fixtures;

/// <summary>A handler that anyone can derive from, and that sends requests of its own.</summary>
public class LooseHandler(IMediator mediator) : IRequestHandler<LooseRequest, Result<string>>
{
    public async Task<Result<string>> Handle(LooseRequest request, CancellationToken cancellationToken) =>
        await mediator.Send(request, cancellationToken);
}
