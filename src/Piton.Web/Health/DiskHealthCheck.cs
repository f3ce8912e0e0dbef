using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Piton.Domain.Library;
using Piton.Web.Options;

namespace Piton.Web.Health;

/// <summary>Whether there is room for what may be sent. Where not, people still see their pictures, and small ones may fit.</summary>
internal sealed class DiskHealthCheck(IDiskSpace disk, IOptions<PitonOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (free, needed) = (disk.FreeBytes, options.Value.MaxFormBytes);
        return Task.FromResult(free < needed
            ? HealthCheckResult.Degraded(string.Create(
                CultureInfo.InvariantCulture, $"The disk has {free:N0} bytes left, and one form alone may bring {needed:N0} (Piton:MaxFormBytes). Make room, or uploads will be refused."))
            : HealthCheckResult.Healthy());
    }
}
