using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace Piton.Web.Logs;

/// <summary>An entry of the log as one line, whatever is in it: time, level, source, message, fault, request.</summary>
/// <param name="isJournal">Whether systemd reads it, which adds the time and takes the level from the beginning (sd-daemon(3)).</param>
internal sealed class LineFormatter(bool isJournal) : ITextFormatter
{
    private static readonly MessageTemplateTextFormatter Message = new("{Message:l}", CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        var (priority, word) = LevelOf(logEvent.Level);
        output.Write(isJournal ? $"<{priority}>" : $"{logEvent.Timestamp.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ} ");
        output.Write($"{word}: {Text(logEvent, "SourceContext")}: ");
        output.Write(OnOneLine(logEvent));
        if (Text(logEvent, "RequestId") is { } request)
        {
            output.Write($" (request {request})");
        }

        output.WriteLine();
    }

    private static string OnOneLine(LogEvent logEvent)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Message.Format(logEvent, text);
        if (logEvent.Exception is { } fault)
        {
            text.Write($" {fault}");
        }

        return text.ToString().ReplaceLineEndings(" ");
    }

    private static string? Text(LogEvent logEvent, string property) =>
        logEvent.Properties.TryGetValue(property, out var value) && value is ScalarValue { Value: string text } ? text : null;

    private static (int Priority, string Word) LevelOf(LogEventLevel level) => level switch
    {
        LogEventLevel.Fatal => (2, "crit"),
        LogEventLevel.Error => (3, "fail"),
        LogEventLevel.Warning => (4, "warn"),
        LogEventLevel.Information => (6, "info"),
        LogEventLevel.Debug => (7, "dbug"),
        LogEventLevel.Verbose => (7, "trce"),
    };
}
