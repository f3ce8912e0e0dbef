namespace Piton.Infrastructure.Json.Log;

/// <summary>Where a line is.</summary>
/// <param name="Offset">Of its first byte, in the file.</param>
/// <param name="Length">In bytes, without its break.</param>
internal readonly record struct LogPlace(long Offset, int Length);
