using System.Diagnostics;
using Ardalis.Result;
using Piton.Application.Refusals;
using Piton.Application.Telemetry;
using Piton.Domain.Images;

namespace Piton.Application.Images.UploadImage;

/// <summary>Turns a staged upload into renditions: in its turn, and only within the limits.</summary>
internal sealed class Conversions(ConversionQueue queue, IImageConverter converter, ImageLimits limits)
{
    public async Task<Result<Conversion>> ConvertAsync(IStagedUpload upload, CancellationToken cancellationToken)
    {
        using var place = await queue.EnterAsync(cancellationToken);
        if (place is null)
        {
            return Unavailable.Busy();
        }

        var start = Stopwatch.GetTimestamp();
        await using var source = upload.OpenRead();
        await using var job = converter.Begin(source);
        var inspection = await job.InspectAsync(cancellationToken);
        if (inspection.Header is not { } header)
        {
            return UploadRefusals.NotInspected(inspection);
        }

        if (limits.Check(header) is { } breach)
        {
            return UploadRefusals.OverLimit(breach);
        }

        var conversion = await job.ConvertAsync(cancellationToken);
        ApplicationTelemetry.CountConversion(header.Format, conversion.Outcome, start);
        return conversion.Image is { } image ? new Conversion(header, image) : UploadRefusals.NotConverted(conversion);
    }
}
