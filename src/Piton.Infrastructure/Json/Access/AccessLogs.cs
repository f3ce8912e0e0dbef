using Piton.Domain.Library;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json.Access;

/// <summary>The logs of who may come in and of what they did: opened and closed together.</summary>
internal sealed class AccessLogs(JsonAccountCatalog accounts, JsonSessionCatalog sessions, JsonAuditLog audit) : IAsyncDisposable
{
    /// <summary>Opens the logs in the data folder; a library that has none yet gets them.</summary>
    /// <exception cref="LibraryException">One is damaged.</exception>
    public async Task OpenAsync(string directory, CancellationToken cancellationToken)
    {
        await accounts.OpenAsync(directory, cancellationToken);
        await sessions.OpenAsync(directory, cancellationToken);
        await audit.OpenAsync(directory, cancellationToken);
    }

    /// <summary>Takes the open logs, all of them as they are at one moment. One that somebody has deleted is not among them.</summary>
    /// <param name="directory">The folder that they are in.</param>
    /// <param name="cancellationToken">Heeded until they are held, which takes as long as their last groups take to be written.</param>
    /// <returns>The caller's to dispose of.</returns>
    public async Task<IReadOnlyList<LogSnapshot>> TakeAsync(string directory, CancellationToken cancellationToken)
    {
        using var first = await accounts.PauseAsync(cancellationToken);
        using var second = await sessions.PauseAsync(cancellationToken);
        using var third = await audit.PauseAsync(cancellationToken);
        (string Name, LogEnd End)[] logs =
            [(JsonAccountCatalog.FileName, accounts.End), (JsonSessionCatalog.FileName, sessions.End), (JsonAuditLog.FileName, audit.End)];
        return LogSnapshot.TakeAll(logs.Select(log => (Path: $"{directory}/{log.Name}", log.End)).Where(log => File.Exists(log.Path)));
    }

    public async ValueTask DisposeAsync()
    {
        await accounts.DisposeAsync();
        await sessions.DisposeAsync();
        await audit.DisposeAsync();
    }
}
