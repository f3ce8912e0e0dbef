using Microsoft.Extensions.DependencyInjection;
using Piton.Domain.Images;
using Piton.Infrastructure.Mime;

namespace Piton.Infrastructure.Vips;

/// <summary>Registers the converter that libvips does the work of.</summary>
internal static class VipsRegistration
{
    public static IServiceCollection AddVipsConverter(this IServiceCollection services)
    {
        services.AddHostedService<VipsStartup>();
        services.AddSingleton<MediaTypeSniffer>();
        services.AddSingleton<IImageConverter, VipsConverter>();
        return services;
    }
}
