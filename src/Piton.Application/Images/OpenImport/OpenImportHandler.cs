using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.OpenImport;

internal sealed class OpenImportHandler(IImportSource source) : IRequestHandler<OpenImportQuery, Result<OpenedImport>>
{
    public Task<Result<OpenedImport>> Handle(OpenImportQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<OpenedImport>>(request.Actor.May(Right.ImportImages) ? source.Open(request.Listing, request.Item) : Result.Forbidden());
}
