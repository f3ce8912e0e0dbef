using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Piton.Web.Options;
using Piton.Web.Results;

namespace Piton.Web.Security;

/// <summary>How often one may ask, by account, or by address where nobody signed in (a sliding minute in six parts).</summary>
internal static class RateLimits
{
    private const int Parts = 6;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddPitonRateLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(PartitionOf);
        limiter.OnRejected = (rejected, _) =>
        {
            var delay = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : Window / Parts;
            return new ValueTask(FailureAnswer.WriteAsync(rejected.HttpContext, Refusal(rejected.HttpContext, delay), ErrorPageAnswer.Of));
        };
    });

    private static RateLimitPartition<string> PartitionOf(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value;
        var address = SenderNetwork.Of(context.Connection.RemoteIpAddress);

        // By address, since the account is what is being guessed.
        if (context.GetEndpoint()?.Metadata.GetMetadata<DoorAttribute>() is not null)
        {
            return Limit($"door {address}", options.SignInsPerMinute);
        }

        return IsCounted(context.Request) || context.HasInvalidToken()
            ? Limit(context.Actor().Account is { } account ? $"account {account}" : $"address {address}", options.RequestsPerMinute)
            : RateLimitPartition.GetNoLimiter("");
    }

    // Pictures and pages cost little, and a gallery shows many at once.
    private static bool IsCounted(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") || !request.IsSafe();

    private static RateLimitPartition<string> Limit(string who, int perMinute) => RateLimitPartition.GetSlidingWindowLimiter(
        who,
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window, SegmentsPerWindow = Parts, AutoReplenishment = true });

    private static Failure Refusal(HttpContext context, TimeSpan delay) => ResultExtensions.Plain(
        context, StatusCodes.Status429TooManyRequests, "too_many_requests", "That was too often. Wait a moment, and try again.") with
    {
        RetryAfter = TimeSpan.FromSeconds(Math.Ceiling(Math.Max(1, delay.TotalSeconds))),
    };
}
