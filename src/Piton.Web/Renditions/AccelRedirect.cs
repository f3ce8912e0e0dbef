using Microsoft.Extensions.Options;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Web.Options;

namespace Piton.Web.Renditions;

/// <summary>
/// Where nginx in front sends the files (<see cref="PitonOptions.AccelRedirect"/>): Piton has decided by then, and answers with headers alone and with the path by which nginx finds the bytes.
/// </summary>
internal sealed class AccelRedirect(IOptions<PitonOptions> options, LibraryLocation library)
{
    /// <summary>The header of an answer by which nginx goes on in another of its locations.</summary>
    public const string Header = "X-Accel-Redirect";

    /// <param name="request">A GET of the whole file.</param>
    /// <param name="content">The file.</param>
    /// <returns>Null where Piton sends it.</returns>
    public string? PathOf(HttpRequest request, Stream content) =>
        options.Value.AccelRedirect is { } prefix && content is LibraryFileStream file && !IsConditional(request)
            ? prefix + Path.GetRelativePath(library.Root, file.Path)
            : null;

    // nginx holds conditions and ranges against the date of the file, and not against the ETag that Piton gives it. Such requests are few, and Piton answers them whole.
    private static bool IsConditional(HttpRequest request) =>
        request.Headers is not { Range.Count: 0, IfRange.Count: 0, IfMatch.Count: 0, IfUnmodifiedSince.Count: 0 };
}
