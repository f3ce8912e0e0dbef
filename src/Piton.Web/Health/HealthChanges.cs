using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Piton.Web.Health;

/// <summary>Logs what the probes find when it changes. They come every few seconds, and find the same.</summary>
internal sealed partial class HealthChanges(ILogger<HealthChanges> logger)
{
    /// <summary>Where a check puts what the log may say and a stranger may not read.</summary>
    public const string Detail = "detail";

    private string _failing = "";

    public void Heed(HealthReport report)
    {
        var entries = report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        var failing = string.Join(' ', entries.Select(entry => $"{entry.Key}={entry.Value.Status}"));
        if (Interlocked.Exchange(ref _failing, failing) == failing)
        {
            return;
        }

        if (entries.Count == 0)
        {
            LogWell();
        }
        else
        {
            LogFailing(report.Status, string.Join(' ', entries.Select(entry => $"{entry.Value.Description} {entry.Value.Data.GetValueOrDefault(Detail)}".TrimEnd())));
        }
    }

    [LoggerMessage(LogLevel.Warning, "Probes find Piton {Status} from now on: {Reasons}")]
    private partial void LogFailing(HealthStatus status, string reasons);

    [LoggerMessage(LogLevel.Information, "Probes find that all is well again")]
    private partial void LogWell();
}
