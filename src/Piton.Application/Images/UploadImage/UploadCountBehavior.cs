using Ardalis.Result;
using MediatR;
using Piton.Application.Telemetry;

namespace Piton.Application.Images.UploadImage;

/// <summary>Counts uploads by what became of them, those that a validator refused and those that ended in a fault too.</summary>
internal sealed class UploadCountBehavior : IPipelineBehavior<UploadImageCommand, Result<UploadedImage>>
{
    public async Task<Result<UploadedImage>> Handle(
        UploadImageCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<UploadedImage>> next)
    {
        var outcome = "failed";
        try
        {
            var result = await next();
            outcome = OutcomeOf(result);
            if (result.Status == ResultStatus.Created)
            {
                ApplicationTelemetry.CountBytes(result.Value.Image);
            }

            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            outcome = "cancelled";
            throw;
        }
        finally
        {
            ApplicationTelemetry.CountUpload(outcome);
        }
    }

    private static string OutcomeOf(Result<UploadedImage> result) => result.Status switch
    {
        ResultStatus.Created => "created",
        ResultStatus.Ok => "duplicate",
        ResultStatus.Invalid or ResultStatus.Forbidden => "refused",
        ResultStatus.Unavailable => "unavailable",
        _ => "failed",
    };
}
