using Microsoft.Extensions.DependencyInjection;
using Piton.Domain.Library;
using Piton.Infrastructure.Telemetry;

namespace Piton.Infrastructure.Library;

/// <summary>Registers what opens, checks and mends the library as a whole.</summary>
internal static class LibraryRegistration
{
    public static IServiceCollection AddLibrary(this IServiceCollection services)
    {
        services.AddSingleton<LostCatalogue>();
        services.AddSingleton<CatalogueRebuild>();
        services.AddSingleton<CatalogueRepair>();
        services.AddSingleton<OpenLibrarySurvey>();
        services.AddSingleton<LibraryCompaction>();
        services.AddSingleton<ILibraryInspector, LibraryInspector>();
        services.AddHostedService<LibraryStartup>();
        services.AddHostedService<LibraryGauges>();
        return services;
    }
}
