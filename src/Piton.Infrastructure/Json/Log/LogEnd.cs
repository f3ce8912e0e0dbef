namespace Piton.Infrastructure.Json.Log;

/// <summary>Where a log goes on.</summary>
/// <param name="Length">The end of the last complete group, in bytes.</param>
/// <param name="NextSequence">The number of the next line.</param>
internal readonly record struct LogEnd(long Length, long NextSequence);
