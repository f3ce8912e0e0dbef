using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace Piton.Web.Renditions;

/// <summary>
/// Sends a rendition. Conditions, ranges and HEAD are the framework's; the bytes are read straight into the connection's own buffer, which
/// spares the copy and the many small pieces of <see cref="FileStreamResultExecutor"/>.
/// </summary>
internal sealed class RenditionExecutor(ILoggerFactory loggers, AccelRedirect accel) : FileResultExecutorBase(CreateLogger<RenditionExecutor>(loggers))
{
    private const int PieceSize = 128 * 1024;

    public async Task ExecuteAsync(ActionContext context, RenditionResult result)
    {
        await using var content = result.FileStream;
        var (range, length, serveBody) = SetHeadersAndLog(
            context, result, content.Length, result.EnableRangeProcessing && !IsInAnotherUnit(context.HttpContext.Request), result.LastModified, result.EntityTag);
        if (!serveBody)
        {
            return;
        }

        if (accel.PathOf(context.HttpContext.Request, content) is { } path)
        {
            // nginx says itself how long it is and that it takes ranges.
            context.HttpContext.Response.Headers[AccelRedirect.Header] = path;
            context.HttpContext.Response.Headers.AcceptRanges = default;
            context.HttpContext.Response.ContentLength = 0;
            return;
        }

        // The headers go first, so that the bytes are read into the connection's buffer and not copied there.
        await context.HttpContext.Response.StartAsync(context.HttpContext.RequestAborted);
        content.Position = range?.From ?? 0;
        await SendAsync(content, range is null ? content.Length : length, context.HttpContext);
    }

    // A range in a unit that is not known is passed over (RFC 9110, section 14.2); the framework takes any for bytes.
    private static bool IsInAnotherUnit(HttpRequest request) =>
        request.Headers.Range.Count > 0 && !request.Headers.Range.ToString().StartsWith("bytes=", StringComparison.OrdinalIgnoreCase);

    private static async Task SendAsync(Stream content, long count, HttpContext context)
    {
        var writer = context.Response.BodyWriter;
        while (count > 0)
        {
            var piece = (int)Math.Min(count, PieceSize);
            var read = await content.ReadAsync(writer.GetMemory(piece)[..piece], context.RequestAborted);
            if (read == 0)
            {
                throw new EndOfStreamException($"A rendition ended {count} bytes before its length.");
            }

            writer.Advance(read);
            count -= read;
            await writer.FlushAsync(context.RequestAborted);
        }
    }
}
