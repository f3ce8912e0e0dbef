using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Piton.Infrastructure.Backup;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Importing;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Library;
using Piton.Infrastructure.Workers;

namespace Piton.Infrastructure;

/// <summary>Registers the adapters of the Domain's ports.</summary>
public static class PitonInfrastructure
{
    /// <summary>The options of the adapters: the section behind <c>Piton</c>, and the type that is bound to it.</summary>
    public static IReadOnlyList<(string Section, Type Options)> Options { get; } =
        [("", typeof(DataDirectoryOptions)), ("Catalog", typeof(JsonCatalogOptions)), ("Decoder", typeof(DecoderOptions))];

    /// <summary>The library opens when the host starts, before it serves anything; where it cannot, the start fails by a LibraryException.</summary>
    /// <param name="services">What is registered into.</param>
    /// <param name="configuration">The section <c>Piton</c>.</param>
    public static IServiceCollection AddPitonInfrastructure(this IServiceCollection services, IConfiguration configuration) => services
        .AddFileSystem(configuration)
        .AddJsonCatalog(configuration)
        .AddLibrary()
        .AddBackup()
        .AddImporting()
        .AddDecodeWorkers(configuration);
}
