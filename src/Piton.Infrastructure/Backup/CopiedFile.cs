using Piton.Domain.Images;

namespace Piton.Infrastructure.Backup;

/// <summary>What came of a copy.</summary>
/// <param name="Bytes">How many bytes were copied.</param>
/// <param name="Hash">Of these.</param>
/// <param name="Flaw">Why the source could not be read to its end; null where it could.</param>
internal readonly record struct CopiedFile(long Bytes, ContentHash Hash, string? Flaw);
