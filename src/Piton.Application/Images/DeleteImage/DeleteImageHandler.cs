using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.DeleteImage;

internal sealed class DeleteImageHandler(IImageCatalog catalog, TimeProvider clock) : IRequestHandler<DeleteImageCommand, Result<Image>>
{
    public Task<Result<Image>> Handle(DeleteImageCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return catalog.ChangeAsync(request.Actor, [Right.DeleteImages], request.Id, image => image.MoveToTrash(now), cancellationToken);
    }
}
