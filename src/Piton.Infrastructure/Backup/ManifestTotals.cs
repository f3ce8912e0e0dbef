namespace Piton.Infrastructure.Backup;

/// <summary>What a run comes to.</summary>
/// <param name="At">The moment at which the library was as the run has it, UTC.</param>
/// <param name="Images">How many images it has.</param>
/// <param name="Files">How many files, but for the list itself.</param>
/// <param name="Bytes">How many bytes these have.</param>
internal sealed record ManifestTotals(DateTimeOffset At, long Images, long Files, long Bytes)
{
    /// <summary>With a folder more.</summary>
    public ManifestTotals Plus(ManifestFolder folder) => this with
    {
        Images = Images + (folder.Image is null ? 0 : 1),
        Files = Files + folder.Files.Count,
        Bytes = Bytes + folder.Files.Sum(file => file.Bytes),
    };
}
