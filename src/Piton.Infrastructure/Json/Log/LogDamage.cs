namespace Piton.Infrastructure.Json.Log;

/// <summary>Where a log is damaged.</summary>
/// <param name="Line">The number of the line; the header is 1.</param>
/// <param name="Flaw">What is wrong with it.</param>
internal sealed record LogDamage(long Line, string Flaw);
