namespace Piton.Domain.Library;

/// <summary>In what way a part of the library is not as it should be.</summary>
public enum DefectKind
{
    /// <summary>There are images, but no catalogue or an empty one.</summary>
    CatalogueMissing,

    /// <summary>There are more images that the catalogue does not know than a crash explains: it comes from a backup, or was emptied.</summary>
    CatalogueOutdated,

    /// <summary>A line of the catalogue is not what was written.</summary>
    CatalogueDamaged,

    /// <summary>The end of the catalogue was never completed, as after a crash. Nothing acknowledged is in it.</summary>
    CatalogueUnfinished,

    /// <summary>There are no accounts, but a log of what accounts did.</summary>
    LogMissing,

    /// <summary>The log of the accounts, of the sessions or of who did what is not what was written.</summary>
    LogDamaged,

    /// <summary>The end of such a log was never completed, as after a crash. Nothing acknowledged is in it.</summary>
    LogUnfinished,

    /// <summary>A key that cookies and forms are sealed with is not what was written.</summary>
    KeyDamaged,

    /// <summary>The catalogue has an image of which not one file is there.</summary>
    FolderMissing,

    FileMissing,

    /// <summary>A file is not of the length or the hash that the catalogue knows.</summary>
    FileDamaged,

    /// <summary>What was known of an image at upload is not beside its files.</summary>
    FactsMissing,

    /// <summary>What was known of an image at upload cannot be read, or is that of another.</summary>
    FactsDamaged,

    /// <summary>The files of images that the catalogue does not know: an upload or a removal was interrupted.</summary>
    OrphanFolder,

    /// <summary>An upload that was interrupted before it was an image.</summary>
    StagingLeftover,

    /// <summary>A backup without the list of what is in it: its first run was not completed, or somebody deleted the list.</summary>
    ManifestMissing,

    /// <summary>The list of what is in a backup, or the file that says that it is one, is not what was written.</summary>
    ManifestDamaged,

    /// <summary>What a run of a backup left that was interrupted, or could not delete. The next run removes it.</summary>
    RunLeftover,

    /// <summary>Something among the images that Piton has not put there.</summary>
    Stranger,
}
