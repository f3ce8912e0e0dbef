using Ardalis.Result;
using MediatR;
using Piton.Application.Accounts;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.DeleteImage;

internal sealed class DeleteImageHandler(IImageCatalog catalog, Audit audit, TimeProvider clock) : IRequestHandler<DeleteImageCommand, Result<Image>>
{
    public async Task<Result<Image>> Handle(DeleteImageCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var result = await catalog.ChangeAsync(request.Actor, [Right.DeleteImages], request.Id, image => image.MoveToTrash(now), cancellationToken);
        return await audit.TellAsync(request.Actor, AuditAction.ImageDeleted, result);
    }
}
