using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Piton.Web.Options;

namespace Piton.Web.Uploads;

/// <summary>
/// Reads what is left of a refused body before the answer is sent, within bounds: a client that is still sending would see a broken
/// connection where it should see the reason.
/// </summary>
internal sealed class RefusedBodyDrain(RequestDelegate next, IOptions<PitonOptions> options, TimeProvider clock)
{
    // Some 50 MB a second: quicker than a client on a network of today, and no work for a processor. At full speed one flood took a whole core, and kept everybody waiting.
    private const int Stretch = 1_000_000;
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public Task InvokeAsync(HttpContext context)
    {
        // A client that waits for "100 Continue" has sent nothing yet, and the refusal itself tells it not to.
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true }
            && context.Request.Headers.Expect.Count == 0)
        {
            context.Response.OnStarting(() => context.Response.StatusCode >= 400 ? DrainAsync(context) : Task.CompletedTask);
        }

        return next(context);
    }

    private async Task DrainAsync(HttpContext context)
    {
        // Who means to send more than is read here will not come to the answer by waiting.
        if (context.Request.ContentLength > options.Value.MaxFormBytes)
        {
            context.Response.Headers.Connection = "close";
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // The server itself would not read on a body that is longer than most may be; with no limit it would go on for seconds after the answer.
            limit.MaxRequestBodySize = options.Value.MaxFormBytes;
        }

        var left = options.Value.MaxFormBytes;
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            int count;
            var restAt = left - Stretch;
            do
            {
                count = await context.Request.Body.ReadAsync(buffer, patience.Token);
                left -= count;
                if (left < restAt)
                {
                    await Task.Delay(Rest, clock, patience.Token);
                    restAt = left - Stretch;
                }
            }
            while (count > 0 && left > 0);
            if (count > 0)
            {
                context.Response.Headers.Connection = "close";
            }
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The body cannot be read further; the answer goes out all the same.
            context.Response.Headers.Connection = "close";
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
