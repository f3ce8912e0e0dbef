namespace Piton.Domain.Images;

/// <summary>What came of a write to the catalogue.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Image">The image concerned; null where <paramref name="Outcome"/> says nothing was found or written.</param>
public readonly record struct CatalogChange(CatalogOutcome Outcome, Image? Image)
{
    /// <summary>Whether nothing could be written, and nothing else can be before the disk is seen to.</summary>
    public bool IsRefused => Outcome is CatalogOutcome.DiskFull or CatalogOutcome.ReadOnly;
}
