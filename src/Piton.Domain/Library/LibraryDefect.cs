namespace Piton.Domain.Library;

/// <summary>Something in the library, or in a backup of it, that is not as it should be.</summary>
/// <param name="Kind">What.</param>
/// <param name="Place">Where: a path within the data folder or that of the backup, for the catalogue with the number of the line.</param>
/// <param name="Detail">More, in English, for the operator.</param>
/// <param name="Repaired">Whether it has been put right since.</param>
public sealed record LibraryDefect(DefectKind Kind, string Place, string Detail, bool Repaired = false)
{
    /// <summary>Whether anything is lost or in danger; what is merely left over is tidied away by the next start.</summary>
    public bool IsDamage => Kind switch
    {
        DefectKind.CatalogueMissing or DefectKind.CatalogueOutdated or DefectKind.CatalogueDamaged => true,
        DefectKind.FolderMissing or DefectKind.FileMissing or DefectKind.FileDamaged => true,
        DefectKind.FactsMissing or DefectKind.FactsDamaged => true,
        DefectKind.LogMissing or DefectKind.LogDamaged or DefectKind.KeyDamaged => true,
        DefectKind.ManifestMissing or DefectKind.ManifestDamaged => true,
        DefectKind.CatalogueUnfinished or DefectKind.LogUnfinished or DefectKind.RunLeftover or DefectKind.OrphanFolder or DefectKind.StagingLeftover or DefectKind.Stranger => false,
    };
}
