using Ardalis.Result;
using MediatR;
using Piton.Application.Refusals;
using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Application.Library.CompactLibrary;

internal sealed class CompactLibraryHandler(ILibraryInspector inspector, ILibraryHealth health)
    : IRequestHandler<CompactLibraryCommand, Result<IReadOnlyList<CompactedLog>>>
{
    public async Task<Result<IReadOnlyList<CompactedLog>>> Handle(CompactLibraryCommand request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.CompactLibrary))
        {
            return Result.Forbidden();
        }

        return health.IsReadOnly ? Unavailable.ReadOnly() : Result.Success(await inspector.CompactAsync(cancellationToken));
    }
}
