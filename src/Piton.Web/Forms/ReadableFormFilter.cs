using Microsoft.AspNetCore.Mvc.Filters;
using Piton.Web.Uploads;

namespace Piton.Web.Forms;

/// <summary>Reads a form before anything asks for its fields, so that one that cannot be read is refused as such by whatever action.</summary>
internal sealed class ReadableFormFilter : IAsyncAuthorizationFilter, IOrderedFilter
{
    // In front of the antiforgery check, to which such a form is one without a token.
    public int Order => int.MinValue;

    /// <exception cref="BadHttpRequestException">The form is malformed, too long, or ends early.</exception>
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var http = context.HttpContext;
        if (http.Request.HasFormContentType && !context.Filters.OfType<UnreadBodyAttribute>().Any())
        {
            await Multipart.ReadAsync(async () => await http.Request.ReadFormAsync(http.RequestAborted));
        }
    }
}
