namespace Piton.Domain.Library;

/// <summary>What an inspection of the library found.</summary>
/// <param name="Images">How many images the catalogue has, those in the trash included.</param>
/// <param name="Files">How many of their files were read.</param>
/// <param name="Bytes">How many bytes these have.</param>
/// <param name="Defects">What is not as it should be, in the order found.</param>
public sealed record LibraryReport(long Images, long Files, long Bytes, IReadOnlyList<LibraryDefect> Defects)
{
    /// <summary>Whether nothing is damaged or missing now.</summary>
    public bool IsWhole => Defects.All(defect => defect.Repaired || !defect.IsDamage);
}
