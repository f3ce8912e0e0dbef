namespace Piton.Web.Health;

/// <summary>What a probe answers.</summary>
/// <param name="Status"><c>healthy</c>, <c>degraded</c> or <c>unhealthy</c>.</param>
/// <param name="Reasons">Why it is not healthy, in words for the operator; empty where it is.</param>
internal sealed record HealthAnswer(string Status, IReadOnlyList<string> Reasons);
