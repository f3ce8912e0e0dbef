using Microsoft.Extensions.Logging.Abstractions;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Access;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Tests.Json.Access;

/// <summary>Opens the logs beside the catalogue for tests.</summary>
internal static class TestLogs
{
    public static JsonAccountCatalog CreateAccounts(ILogDisk disk, DiskHealth? health = null) =>
        new(disk, health ?? TestCatalogs.NewHealth(), TimeProvider.System, NullLogger<JsonAccountCatalog>.Instance);

    public static async Task<JsonAccountCatalog> OpenAccountsAsync(ILogDisk disk, string directory = "/data", DiskHealth? health = null)
    {
        var accounts = CreateAccounts(disk, health);
        await accounts.OpenAsync(directory, CancellationToken.None);
        return accounts;
    }

    public static async Task<JsonSessionCatalog> OpenSessionsAsync(ILogDisk disk, TimeProvider time, DiskHealth? health = null)
    {
        var sessions = new JsonSessionCatalog(disk, health ?? TestCatalogs.NewHealth(), time, NullLogger<JsonSessionCatalog>.Instance);
        await sessions.OpenAsync("/data", CancellationToken.None);
        return sessions;
    }

    public static JsonAuditLog CreateAudit(ILogDisk disk, DiskHealth? health = null) =>
        new(disk, health ?? TestCatalogs.NewHealth(), TimeProvider.System, NullLogger<JsonAuditLog>.Instance);

    public static async Task<JsonAuditLog> OpenAuditAsync(ILogDisk disk, DiskHealth? health = null)
    {
        var audit = CreateAudit(disk, health);
        await audit.OpenAsync("/data", CancellationToken.None);
        return audit;
    }
}
