using Piton.Domain.Images;

namespace Piton.Infrastructure.Backup;

/// <summary>A file in a backup.</summary>
/// <param name="Name">In its folder; never a path.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Hash">Of all its bytes.</param>
internal sealed record ManifestFile(string Name, long Bytes, ContentHash Hash);
