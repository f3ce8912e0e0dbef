using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Library;

namespace Piton.Infrastructure.Backup;

/// <summary>
/// Sees to it that no damaged key takes the place of a good one. A key never changes, so one that is another than the earlier run has is damaged, however
/// sound it looks. One that has expired may be missing.
/// </summary>
/// <param name="library">Where the keys are from.</param>
/// <param name="earlier">The run before.</param>
/// <param name="now">When they were copied.</param>
internal sealed class KeyCheck(DataDirectory library, EarlierRun earlier, DateTimeOffset now)
{
    /// <param name="draft">Has copies of all keys.</param>
    /// <exception cref="LibraryException">A key is damaged, or one that was there is not.</exception>
    public void Refuse(RunDraft draft)
    {
        if (KeySurvey.Inspect(draft.Data).FirstOrDefault() is { } defect)
        {
            var good = FindRight(defect.Place);
            throw Refusal(defect.Place, $"is damaged. {(good is null ? defect.Detail : CopyBack(good))}");
        }

        // Where the backup's own is not right either, there is nothing to keep.
        foreach (var key in earlier.Keys.Where(key => !draft.Keys.Contains(key) && IsRight(key)))
        {
            var isThere = draft.Keys.Any(copied => copied.Name == key.Name);
            if (isThere || StoredKey.TryRead(PlaceOf(key), out _)?.ExpiresAt is not { } end || end > now)
            {
                throw Refusal(
                    NameOf(key), $"is {(isThere ? "not what it was" : "missing")}. {CopyBack(key)} Where it was changed on purpose, make the backup into another folder.");
            }
        }
    }

    private ManifestFile? FindRight(string name) => earlier.Keys.FirstOrDefault(key => NameOf(key) == name && IsRight(key));

    private bool IsRight(ManifestFile key) => BackupFiles.IsRight(PlaceOf(key), key);

    private string CopyBack(ManifestFile key) => $"Copy it back from {PlaceOf(key)}, and give it to the user that runs Piton.";

    private static string NameOf(ManifestFile key) => $"{ManifestFolder.Keys}/{key.Name}";

    private string PlaceOf(ManifestFile key) => $"{earlier.Data?.Keys}/{key.Name}";

    private LibraryException Refusal(string place, string detail) =>
        new($"{library.Root}/{place}, a key for cookies and forms, {detail} No backup was made; an earlier one is as it was.");
}
