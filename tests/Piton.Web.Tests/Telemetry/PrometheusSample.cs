namespace Piton.Web.Tests.Telemetry;

/// <summary>One number that Prometheus would keep.</summary>
/// <param name="Name">That of the sample; of a histogram with <c>_bucket</c>, <c>_sum</c> or <c>_count</c>.</param>
/// <param name="Labels">By name.</param>
/// <param name="Value">The number.</param>
internal sealed record PrometheusSample(string Name, IReadOnlyDictionary<string, string> Labels, double Value);
