using Microsoft.Extensions.Options;
using Piton.Web.Options;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting;
using Serilog.Formatting.Compact;

namespace Piton.Web.Logs;

/// <summary>Writes the log to standard error. Which entries there are is decided in front of it, by <c>Logging:LogLevel</c>.</summary>
internal static class PitonLogs
{
    public static void AddPitonLogs(this ILoggingBuilder logging)
    {
        logging.ClearProviders();

        // Serilog takes the trace from the request itself.
        logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.None);
        logging.Services.AddSingleton<ILoggerProvider>(provider => new SerilogLoggerProvider(
            Write(FormatterOf(provider.GetRequiredService<IOptions<LogOptions>>().Value.Format)), dispose: true));
    }

    private static Logger Write(ITextFormatter formatter) => new LoggerConfiguration()
        .MinimumLevel.Verbose()
        .Enrich.FromLogContext()
        .Enrich.With<WithoutAddress>()
        .WriteTo.Console(formatter, standardErrorFromLevel: LevelAlias.Minimum)
        .CreateLogger();

    private static ITextFormatter FormatterOf(LogFormat format) => format switch
    {
        LogFormat.Text => new LineFormatter(IsJournal()),
        LogFormat.Json => new RenderedCompactJsonFormatter(),
    };

    // systemd says which socket is the journal's, and whoever is started by what it starts inherits that: from a desktop, or under Supervisor (systemd.exec(5)).
    private static bool IsJournal() =>
        Environment.GetEnvironmentVariable("JOURNAL_STREAM")?.Split(':') is [_, var inode]
        && new FileInfo("/proc/self/fd/2").LinkTarget == $"socket:[{inode}]";
}
