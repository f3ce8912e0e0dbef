namespace Piton.Infrastructure.Importing;

/// <summary>What the metadata of a seed installation says of one file.</summary>
/// <param name="OriginalName">What it was called when it was sent; null where nothing is said.</param>
/// <param name="CreatedAt">When it was added, UTC; null where nothing is said.</param>
internal sealed record SeedImage(string? OriginalName, DateTimeOffset? CreatedAt);
