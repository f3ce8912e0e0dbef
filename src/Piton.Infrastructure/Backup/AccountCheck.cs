using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Access;

namespace Piton.Infrastructure.Backup;

/// <summary>
/// Sees to it that no run without any account takes the place of one that has some. The last administrator cannot be removed, so that accounts of which none is
/// left are lost.
/// </summary>
/// <param name="library">Where the accounts are from.</param>
/// <param name="earlier">The run before.</param>
internal sealed class AccountCheck(DataDirectory library, EarlierRun earlier)
{
    /// <param name="draft">Has a copy of the accounts.</param>
    /// <exception cref="LibraryException">There are none, and the run before has some.</exception>
    public void Refuse(RunDraft draft)
    {
        if (earlier.Data is { } data && AccessLogSurvey.CountAccounts(draft.Data.Root) == 0 && AccessLogSurvey.CountAccounts(data.Root) is > 0 and var count)
        {
            throw new LibraryException(
                $"{library.Root}/{JsonAccountCatalog.FileName} has no account in it, and the earlier backup has {count}. No backup was made; the earlier one is as it was. "
                + $"To have them back, stop Piton, copy {data.Root}/{JsonAccountCatalog.FileName} in its place, and give it to the user that runs Piton. "
                + "Where they were given up on purpose, make the backup into another folder.");
        }
    }
}
