using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.FindImported;

internal sealed class FindImportedHandler(IImageCatalog catalog) : IRequestHandler<FindImportedQuery, Result<Image>>
{
    public async Task<Result<Image>> Handle(FindImportedQuery request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.ViewImages))
        {
            return Result.Forbidden();
        }

        return OldName.IsOne(request.OldName)
            && await catalog.FindByOldNameAsync(request.OldName, cancellationToken) is { } image && request.Actor.MaySee(image)
            ? image
            : Result.NotFound();
    }
}
