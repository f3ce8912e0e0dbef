namespace Piton.Domain.Images;

/// <summary>A file to import, open; or why it is not. Whoever gets it disposes of <paramref name="Content"/>.</summary>
/// <param name="Content">Its bytes; null where <paramref name="Refusal"/> says why not.</param>
/// <param name="Refusal">Null where it is open.</param>
public sealed record OpenedImport(Stream? Content, ImportRefusal? Refusal);
