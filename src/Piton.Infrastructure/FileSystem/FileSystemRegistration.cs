using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Piton.Domain.Images;
using Piton.Domain.Library;

namespace Piton.Infrastructure.FileSystem;

/// <summary>Registers the data folder and the store in it.</summary>
internal static class FileSystemRegistration
{
    /// <param name="services">What is registered into.</param>
    /// <param name="configuration">The section <c>Piton</c>.</param>
    public static IServiceCollection AddFileSystem(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<DataDirectoryOptions>, DataDirectoryOptionsValidator>();
        services.AddOptions<DataDirectoryOptions>().Bind(configuration).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DataDirectory>();
        services.AddSingleton(provider => provider.GetRequiredService<DataDirectory>().Location);
        services.AddSingleton<UploadsFolder>();
        services.AddSingleton<OrphanSweep>();
        services.AddSingleton<StagingBudget>();
        services.AddSingleton<IStoreDisk, StoreDisk>();
        services.AddSingleton<DiskHealth>();
        services.AddSingleton<ILibraryHealth>(provider => provider.GetRequiredService<DiskHealth>());
        services.AddSingleton<IDiskSpace, DiskSpace>();
        services.AddSingleton<DurableFiles>();
        services.AddSingleton<IImageStore, FileImageStore>();
        return services;
    }
}
