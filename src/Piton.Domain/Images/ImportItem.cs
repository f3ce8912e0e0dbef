namespace Piton.Domain.Images;

/// <summary>A file to import.</summary>
/// <param name="Path">Where it is in the folder.</param>
/// <param name="FileName">What its file was called when it was sent.</param>
/// <param name="CreatedAt">When it was added, UTC.</param>
/// <param name="OldName">By which it was served; null where it was not. Obeys <see cref="OldName.IsOne"/>.</param>
public sealed record ImportItem(string Path, string FileName, DateTimeOffset CreatedAt, string? OldName);
