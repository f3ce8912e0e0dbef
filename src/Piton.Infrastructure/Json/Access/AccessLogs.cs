using Piton.Domain.Library;

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

    public async ValueTask DisposeAsync()
    {
        await accounts.DisposeAsync();
        await sessions.DisposeAsync();
        await audit.DisposeAsync();
    }
}
