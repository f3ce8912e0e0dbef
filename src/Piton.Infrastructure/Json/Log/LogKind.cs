namespace Piton.Infrastructure.Json.Log;

/// <summary>What a log holds.</summary>
/// <param name="Name">A fixed word, which stands in the header.</param>
/// <param name="Title">What the operator is told that it is: a noun with its article.</param>
/// <param name="Advice">What an operator can do about a damaged one: whole sentences.</param>
internal sealed record LogKind(string Name, string Title, string Advice);
