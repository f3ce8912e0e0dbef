using Ardalis.Result;
using Piton.Application.Refusals;
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

        await using var source = upload.OpenRead();
        var inspection = await converter.InspectAsync(source, cancellationToken);
        if (inspection.Header is not { } header)
        {
            return UploadRefusals.NotInspected(inspection);
        }

        if (limits.Check(header) is { } breach)
        {
            return UploadRefusals.OverLimit(breach);
        }

        source.Position = 0;
        var image = await converter.ConvertAsync(source, header, cancellationToken);
        return image is null ? UploadRefusals.Broken() : new Conversion(header, image);
    }
}
