using System.Globalization;
using System.Text.RegularExpressions;

namespace Piton.Web.Tests.Telemetry;

/// <summary>Measurements as Prometheus parses them (text format 0.0.4): whatever is not in the format is a failure.</summary>
internal sealed partial class PrometheusText
{
    private static readonly string[] OfAHistogram = ["_bucket", "_sum", "_count"];

    private readonly Dictionary<string, string> _types = [];
    private readonly HashSet<string> _explained = [];

    public PrometheusText(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        foreach (var line in text.Split('\n').Where(line => line.Length > 0 && line != "# EOF"))
        {
            if (line.StartsWith('#'))
            {
                ReadComment(line);
            }
            else
            {
                ReadSample(line);
            }
        }
    }

    public List<PrometheusSample> Samples { get; } = [];

    /// <summary>The names that a query asks for, those of histograms with their endings.</summary>
    public IEnumerable<string> Names => Samples.Select(sample => sample.Name).Distinct();

    /// <summary>The sum of all samples of a name that have those labels.</summary>
    public double Sum(string name, params (string Name, string Value)[] labels) => Samples
        .Where(sample => sample.Name == name && labels.All(label => sample.Labels.GetValueOrDefault(label.Name) == label.Value))
        .Sum(sample => sample.Value);

    /// <summary>The type of the metric that a sample belongs to.</summary>
    public string TypeOf(string sample) => _types[MetricOf(sample)];

    /// <summary>Metrics without a type or without a word of what they are.</summary>
    public IEnumerable<string> Unexplained => Names.Select(MetricOf).Distinct().Where(metric => !_types.ContainsKey(metric) || !_explained.Contains(metric));

    private string MetricOf(string sample) =>
        OfAHistogram.FirstOrDefault(ending => sample.EndsWith(ending, StringComparison.Ordinal) && _types.GetValueOrDefault(sample[..^ending.Length]) == "histogram") is { } part
            ? sample[..^part.Length]
            : sample;

    private void ReadComment(string line)
    {
        var comment = Comment().Match(line);
        Assert.True(comment.Success, $"No comment that Prometheus knows: {line}");
        if (comment.Groups["kind"].Value == "TYPE")
        {
            Assert.True(_types.TryAdd(comment.Groups["name"].Value, comment.Groups["text"].Value), $"A second type: {line}");
        }
        else if (comment.Groups["kind"].Value == "HELP")
        {
            _explained.Add(comment.Groups["name"].Value);
        }
    }

    private void ReadSample(string line)
    {
        var sample = Sample().Match(line);
        Assert.True(sample.Success, $"No sample: {line}");
        var labels = Label().Matches(sample.Groups["labels"].Value).ToDictionary(label => label.Groups["name"].Value, label => label.Groups["value"].Value);
        Assert.DoesNotContain(Samples, other => other.Name == sample.Groups["name"].Value && other.Labels.Count == labels.Count && !other.Labels.Except(labels).Any());
        Samples.Add(new(sample.Groups["name"].Value, labels, Number(sample.Groups["value"].Value)));
    }

    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"^# (?<kind>HELP|TYPE|UNIT) (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<text>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>([a-zA-Z_][a-zA-Z0-9_]*=""([^""\\]|\\.)*"",?)*)\})? (?<value>\S+)( \d+)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Sample();

    [GeneratedRegex(@"(?<name>[a-zA-Z_][a-zA-Z0-9_]*)=""(?<value>([^""\\]|\\.)*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();
}
