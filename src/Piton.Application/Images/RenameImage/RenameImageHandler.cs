using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.RenameImage;

internal sealed class RenameImageHandler(IImageCatalog catalog) : IRequestHandler<RenameImageCommand, Result<Image>>
{
    public async Task<Result<Image>> Handle(RenameImageCommand request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.RenameImages))
        {
            return Result.Forbidden();
        }

        var change = await catalog.UpdateAsync(
            request.Id,
            image => image.IsInTrash ? null : image.Rename(request.Name!),
            cancellationToken);
        return change.ToResult();
    }
}
