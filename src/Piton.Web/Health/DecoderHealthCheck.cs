using Microsoft.Extensions.Diagnostics.HealthChecks;
using Piton.Domain.Images;

namespace Piton.Web.Health;

/// <summary>Whether hostile pictures are held off as well as they can be. Where not, Piton still serves.</summary>
internal sealed class DecoderHealthCheck(IImageConverter converter) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(converter.Gaps.Count > 0
            ? HealthCheckResult.Degraded(string.Join(' ', converter.Gaps))
            : HealthCheckResult.Healthy());
}
