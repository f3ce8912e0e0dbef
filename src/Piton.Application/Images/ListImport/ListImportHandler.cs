using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.ListImport;

internal sealed class ListImportHandler(IImportSource source) : IRequestHandler<ListImportQuery, Result<ImportListing>>
{
    public async Task<Result<ImportListing>> Handle(ListImportQuery request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.ImportImages))
        {
            return Result.Forbidden();
        }

        return await source.ListAsync(request.Folder, cancellationToken) is { } listing
            ? listing
            : Result.NotFound($"There is no folder {request.Folder} that Piton's user may read.");
    }
}
