using Microsoft.Extensions.Options;
using Piton.Web.Options;

namespace Piton.Web.Routing;

/// <summary>Makes links that work outside of Piton's own pages.</summary>
public sealed class PublicAddress(IOptions<PitonOptions> options)
{
    /// <param name="request">Where the link begins if <see cref="PitonOptions.PublicUrl"/> does not say.</param>
    /// <param name="path">An absolute path.</param>
    public string Of(HttpRequest request, string path)
    {
        ArgumentNullException.ThrowIfNull(request);
        var root = options.Value.PublicUrl?.AbsoluteUri ?? $"{request.Scheme}://{request.Host.ToUriComponent()}";
        return root.TrimEnd('/') + path;
    }
}
