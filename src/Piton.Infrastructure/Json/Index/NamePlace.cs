namespace Piton.Infrastructure.Json.Index;

/// <summary>Where a folded name is in the <see cref="NamePool"/>.</summary>
/// <param name="Chunk">The number of the chunk.</param>
/// <param name="Start">Where in the chunk it begins.</param>
/// <param name="Length">In bytes.</param>
internal readonly record struct NamePlace(int Chunk, int Start, int Length);
