namespace Piton.Infrastructure.Tests.Workers;

/// <summary>What a probe found.</summary>
/// <param name="Tries">What it tried, and the error of each; 0 where it could.</param>
/// <param name="Environment">The names in its environment.</param>
/// <param name="Descriptors">Its open descriptors, each with what it is.</param>
/// <param name="Status">What the kernel says of its rights.</param>
internal sealed record ProbeReport(Dictionary<string, int> Tries, string[] Environment, string[] Descriptors, string[] Status);
