using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Piton.Domain.Images;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json;

/// <summary>Registers the JSON catalogue. Whoever composes the start opens it.</summary>
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
        services.AddSingleton<ILogDisk, LogDisk>();
        services.AddSingleton<JsonImageCatalog>();
        services.AddSingleton<IImageCatalog>(provider => provider.GetRequiredService<JsonImageCatalog>());
        services.AddSingleton<IImageListing>(provider => provider.GetRequiredService<JsonImageCatalog>());
        return services;
    }
}
