using Ardalis.Result;
using MediatR;
using Piton.Application.Refusals;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Library;

namespace Piton.Application.Images.UploadImage;

internal sealed class UploadImageHandler(
    IImageStore store, UploadKeys keys, Intake intake, ILibraryHealth health, ImageLimits limits)
    : IRequestHandler<UploadImageCommand, Result<UploadedImage>>
{
    public async Task<Result<UploadedImage>> Handle(UploadImageCommand request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(request.Imported is null ? Right.UploadImages : Right.ImportImages))
        {
            return Result.Forbidden();
        }

        if (health.IsReadOnly)
        {
            return Unavailable.ReadOnly();
        }

        using var turn = keys.Begin(request.Owner, request.Key);
        if (turn is null)
        {
            return KeyRefusals.InUse();
        }

        var staging = await store.StageAsync(request.Content, limits.MaxFileBytes, cancellationToken);
        if (staging.Upload is not { } upload)
        {
            return UploadRefusals.NotStaged(staging.Outcome, limits);
        }

        await using (upload)
        {
            var details = await request.Details.WaitAsync(cancellationToken);
            if (UploadRefusals.BadDetails(details) is { } refusal)
            {
                return refusal;
            }

            return await intake.TakeAsync(turn, request, details, upload, cancellationToken);
        }
    }
}
