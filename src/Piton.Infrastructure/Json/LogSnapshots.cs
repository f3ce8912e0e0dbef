using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Access;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json;

/// <summary>
/// Takes what a backup needs of the open logs, all of them as they are at one moment: the catalogue, the accounts, and who did what. Sessions are left
/// out: where they came back, so would those that were ended since, and with them whoever was put out.
/// </summary>
internal sealed class LogSnapshots(DataDirectory directory, JsonImageCatalog images, JsonAccountCatalog accounts, JsonAuditLog audit)
{
    /// <summary>The names of the files of these logs.</summary>
    public static IReadOnlyList<string> Names { get; } = [JsonImageCatalog.FileName, JsonAccountCatalog.FileName, JsonAuditLog.FileName];

    /// <summary>Holds all of them at once, which takes as long as their last groups take to be written.</summary>
    /// <returns>By <see cref="Names"/>, the caller's to dispose of.</returns>
    public async Task<IReadOnlyList<LogSnapshot>> TakeAsync(CancellationToken cancellationToken)
    {
        using var first = await images.PauseAsync(cancellationToken);
        using var second = await accounts.PauseAsync(cancellationToken);
        using var third = await audit.PauseAsync(cancellationToken);
        return LogSnapshot.TakeAll(Names.Zip([images.End, accounts.End, audit.End], (name, end) => ($"{directory.Root}/{name}", end)));
    }
}
