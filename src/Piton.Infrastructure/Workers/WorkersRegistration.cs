using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Workers;

/// <summary>Registers the converter, whose work is done in processes of its own.</summary>
internal static class WorkersRegistration
{
    /// <param name="services">What is registered into.</param>
    /// <param name="configuration">The section <c>Piton</c>.</param>
    public static IServiceCollection AddDecodeWorkers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<DecoderOptions>, DecoderOptionsValidator>();
        services.AddOptions<DecoderOptions>().Bind(configuration.GetSection("Decoder")).ValidateOnStart();
        services.AddSingleton(_ => WorkerCommand.OfThisProgram());
        services.AddSingleton<WorkerPool>();
        services.AddSingleton<IImageConverter>(provider => provider.GetRequiredService<WorkerPool>());
        services.AddHostedService<WorkersStartup>();
        return services;
    }
}
