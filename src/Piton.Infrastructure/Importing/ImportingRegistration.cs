using Microsoft.Extensions.DependencyInjection;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Importing;

/// <summary>Registers what reads folders that are to be imported.</summary>
internal static class ImportingRegistration
{
    public static IServiceCollection AddImporting(this IServiceCollection services) => services.AddSingleton<IImportSource, FolderImportSource>();
}
