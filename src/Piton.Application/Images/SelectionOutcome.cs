namespace Piton.Application.Images;

/// <summary>How the change of one image of a selection ended.</summary>
public enum SelectionOutcome
{
    Done,

    /// <summary>There is no such image where it was looked for, or none that whoever asks may know of.</summary>
    Missing,

    /// <summary>It is not theirs to change.</summary>
    Forbidden,

    /// <summary>The same picture is in the gallery already, so it stays in the trash.</summary>
    Duplicate,

    DiskFull,
    ReadOnly,
}
