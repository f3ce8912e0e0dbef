using Microsoft.Extensions.DependencyInjection;
using Piton.Domain.Library;

namespace Piton.Infrastructure.Backup;

/// <summary>Registers what copies the library out and back in.</summary>
internal static class BackupRegistration
{
    public static IServiceCollection AddBackup(this IServiceCollection services) => services.AddSingleton<ILibraryBackup, LibraryBackup>();
}
