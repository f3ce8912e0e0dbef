using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Infrastructure.Json.Access;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json;

/// <summary>Registers the JSON catalogue and the logs beside it. Whoever composes the start opens it.</summary>
internal static class JsonCatalogRegistration
{
    /// <param name="services">What is registered into.</param>
    /// <param name="configuration">The section <c>Piton</c>.</param>
    public static IServiceCollection AddJsonCatalog(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<JsonCatalogOptions>()
            .Bind(configuration.GetSection("Catalog"))
            .Validate(settings => settings.CompactAbove >= JsonCatalogOptions.SmallestCompactAbove, JsonCatalogOptions.CompactAboveRule)
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ILogDisk>(new LogDisk());
        services.AddSingleton<JsonImageCatalog>();
        services.AddSingleton<IImageCatalog>(provider => provider.GetRequiredService<JsonImageCatalog>());
        services.AddSingleton<IImageListing>(provider => provider.GetRequiredService<JsonImageCatalog>());
        services.AddSingleton<IImageStatistics>(provider => provider.GetRequiredService<JsonImageCatalog>());
        return services.AddAccessLogs();
    }

    private static IServiceCollection AddAccessLogs(this IServiceCollection services)
    {
        services.AddSingleton<JsonAccountCatalog>();
        services.AddSingleton<IAccountCatalog>(provider => provider.GetRequiredService<JsonAccountCatalog>());
        services.AddSingleton<IAccountListing>(provider => provider.GetRequiredService<JsonAccountCatalog>());
        services.AddSingleton<JsonSessionCatalog>();
        services.AddSingleton<ISessionCatalog>(provider => provider.GetRequiredService<JsonSessionCatalog>());
        services.AddSingleton<JsonAuditLog>();
        services.AddSingleton<IAuditLog>(provider => provider.GetRequiredService<JsonAuditLog>());
        services.AddSingleton<AccessLogs>();
        services.AddSingleton<LogSnapshots>();
        return services;
    }
}
