namespace Piton.Domain.Images;

/// <summary>What a crash can leave behind.</summary>
public static class Interruption
{
    /// <summary>
    /// So many uploads at most are in their last step at once, between their files and their line in the catalogue: more folders without a line were not
    /// left by a crash.
    /// </summary>
    public const int MostUploads = 16;
}
