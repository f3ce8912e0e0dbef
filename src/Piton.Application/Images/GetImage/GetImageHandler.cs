using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.GetImage;

internal sealed class GetImageHandler(IImageCatalog catalog) : IRequestHandler<GetImageQuery, Result<Image>>
{
    public async Task<Result<Image>> Handle(GetImageQuery request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.ViewImages))
        {
            return Result.Forbidden();
        }

        return await catalog.GetAsync(request.Id, cancellationToken) is { } image && request.Actor.MaySee(image) ? image : Result.NotFound();
    }
}
