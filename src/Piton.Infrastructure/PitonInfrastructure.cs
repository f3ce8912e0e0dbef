using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Piton.Infrastructure;

/// <summary>Registers the adapters of the Domain's ports.</summary>
public static class PitonInfrastructure
{
    /// <param name="services">What is registered into.</param>
    /// <param name="configuration">The section <c>Piton</c>.</param>
    public static IServiceCollection AddPitonInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        return services;
    }
}
