using Microsoft.Extensions.Options;
using Piton.Domain.Images;
using Piton.Web.Options;

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
    internal long MaxBytes(UploadForm form) => Overhead + (form.Several ? options.Value.MaxFormBytes : limits.MaxFileBytes);
}
