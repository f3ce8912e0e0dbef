using Microsoft.Extensions.Options;
using Piton.Application.Refusals;
using Piton.Domain.Images;
using Piton.Web.Options;
using Piton.Web.Results;

namespace Piton.Web.Uploads;

/// <summary>How much a form may hold.</summary>
public sealed class UploadBounds(IOptions<PitonOptions> options, ImageLimits limits)
{
    // What a body holds besides the files: boundaries, headers, names, the antiforgery token.
    private const long Overhead = 1_000_000;

    // Fields that stand beside the files and their names.
    private const int OtherSections = 16;

    /// <summary>The most files of one form.</summary>
    internal int MaxFiles(UploadForm form) => form.Several ? options.Value.MaxFormFiles : 1;

    /// <summary>The most sections of one form: a name for each file, and a few more.</summary>
    internal int MaxSections(UploadForm form) => 2 * MaxFiles(form) + OtherSections;

    /// <summary>The most bytes of one body.</summary>
    internal long MaxBytes(UploadForm form) => Overhead + MaxPictureBytes(form);

    /// <summary>Where the server stops reading: beyond what any form may hold, and what is read of one that is refused (<see cref="RefusedBodyDrain"/>).</summary>
    internal long MostRead => Math.Max(MaxBytes(UploadForm.Page), MaxBytes(UploadForm.Api)) + options.Value.MaxFormBytes;

    /// <summary>The refusal of a body with more in it.</summary>
    internal RefusedRequestException TooMuch(UploadForm form) => new(new Refusal(
        ErrorCode.TooLarge, "", "There is more in this request than is allowed. The most is {0:N0} bytes; pictures: {1:N0}.", MaxPictureBytes(form), MaxFiles(form)));

    private long MaxPictureBytes(UploadForm form) => form.Several ? options.Value.MaxFormBytes : limits.MaxFileBytes;
}
