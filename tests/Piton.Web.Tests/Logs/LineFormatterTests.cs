using System.Globalization;
using Piton.Web.Logs;
using Serilog.Events;
using Serilog.Parsing;

namespace Piton.Web.Tests.Logs;

public sealed class LineFormatterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 13, 0, 0, 500, TimeSpan.FromHours(1));

    [Fact]
    public void Format_OnATerminal_ShouldBeginWithTheTimeAndEndWithTheRequest() => Assert.Equal(
        "2026-03-04T12:00:00.500Z info: Piton.Web.Some: UploadImageCommand ended Friday in 1.5 ms (request 0HN1:2)\n",
        Line(isJournal: false, LogEventLevel.Information, "{Request} ended {Status} in {Milliseconds:0.0} ms", ("Request", "UploadImageCommand"), ("Status", DayOfWeek.Friday), ("Milliseconds", 1.5), ("RequestId", "0HN1:2")));

    [Theory]
    [InlineData(LogEventLevel.Debug, "<7>dbug: ")]
    [InlineData(LogEventLevel.Information, "<6>info: ")]
    [InlineData(LogEventLevel.Warning, "<4>warn: ")]
    [InlineData(LogEventLevel.Error, "<3>fail: ")]
    [InlineData(LogEventLevel.Fatal, "<2>crit: ")]
    public void Format_InTheJournal_ShouldBeginWithTheLevelAsSystemdReadsIt(LogEventLevel level, string start) =>
        Assert.Equal($"{start}Piton.Web.Some: text\n", Line(isJournal: true, level, "text"));

    [Fact]
    public void Format_WhenAValueOrAFaultHasLines_ShouldBeOneLine()
    {
        var line = Line(isJournal: false, LogEventLevel.Error, "{Host}", new IOException("two\nlines"), ("Host", "a\r\nb\u2028c"));

        Assert.EndsWith("fail: Piton.Web.Some: a b c System.IO.IOException: two lines\n", line, StringComparison.Ordinal);
    }

    private static string Line(bool isJournal, LogEventLevel level, string template, params (string Name, object Value)[] values) =>
        Line(isJournal, level, template, null, values);

    private static string Line(bool isJournal, LogEventLevel level, string template, Exception? fault, params (string Name, object Value)[] values)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var properties = values.Append(("SourceContext", "Piton.Web.Some")).Select(value => new LogEventProperty(value.Item1, new ScalarValue(value.Item2)));
        new LineFormatter(isJournal).Format(new LogEvent(Noon, level, fault, new MessageTemplateParser().Parse(template), properties), output);
        return output.ToString();
    }
}
