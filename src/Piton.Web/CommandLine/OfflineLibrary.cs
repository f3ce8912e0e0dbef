using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration.Memory;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Web.Background;

namespace Piton.Web.CommandLine;

/// <summary>Piton without a server: it listens nowhere, and does nothing of itself.</summary>
internal static class OfflineLibrary
{
    private static readonly Type[] ServersOwn = [typeof(FirstAdministrator), typeof(PurgeTrashService)];

    /// <summary>Takes out of the services what a server does of itself and what the command does not need, and logs only what is wrong.</summary>
    public static void PutServerAside(WebApplicationBuilder builder, LibraryCommand command)
    {
        builder.Configuration.AddBehindFiles(new MemoryConfigurationSource
        {
            InitialData = [new("Logging:LogLevel:Default", nameof(LogLevel.Warning))],
        });
        var services = builder.Services;
        services.AddSingleton<IServer, NoServer>();
        services.AddSingleton<IHostLifetime, NoLifetime>();
        if (!command.Converts)
        {
            // Where no conversion may run, no decoder is started.
            services.AddSingleton(new ConversionQueueLimits { Running = 0, Waiting = 0 });
        }

        foreach (var service in services.Where(service => ServersOwn.Contains(service.ImplementationType)).ToList())
        {
            services.Remove(service);
        }
    }

    /// <summary>Runs something on a library that is open meanwhile, where that is what it needs.</summary>
    public static async Task<int> RunAsync(WebApplication app, LibraryUse use, Func<Task<int>> run, CancellationToken cancellationToken)
    {
        if (use == LibraryUse.AsItLies || (use == LibraryUse.OpenedIfWritable && app.Services.GetRequiredService<IDiskSpace>().IsReadOnly))
        {
            return await run();
        }

        await app.StartAsync(cancellationToken);
        var exitCode = await run();
        await app.StopAsync(CancellationToken.None);
        return exitCode;
    }
}
