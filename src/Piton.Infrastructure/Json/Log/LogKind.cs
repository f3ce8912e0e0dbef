namespace Piton.Infrastructure.Json.Log;

/// <summary>What a log holds.</summary>
/// <param name="Name">A fixed word, which stands in the header.</param>
/// <param name="Advice">What an operator can do about a damaged one: whole sentences.</param>
internal sealed record LogKind(string Name, string Advice);
