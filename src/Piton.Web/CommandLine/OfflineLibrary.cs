using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Piton.Web.Background;

namespace Piton.Web.CommandLine;

/// <summary>Opens the library for a command while no server has it, without listening anywhere.</summary>
internal static class OfflineLibrary
{
    private const int CouldNotRun = 1;

    private static readonly Type[] ServersOwn = [typeof(FirstAdministrator), typeof(PurgeTrashService)];

    /// <param name="settings">What the command line says of the options.</param>
    /// <param name="extensions">The assemblies of other teams.</param>
    /// <param name="run">The command; its result is the exit code.</param>
    /// <param name="cancellationToken">Heeded while the library opens.</param>
    public static Task<int> RunAsync(
        string[] settings, Assembly[] extensions, Func<IServiceProvider, Task<int>> run, CancellationToken cancellationToken) =>
        PitonHost.GuardAsync(async () =>
        {
            await using var app = PitonHost.Build(settings, extensions, PutServerAside);
            await app.StartAsync(cancellationToken);
            var exitCode = await run(app.Services);
            await app.StopAsync(CancellationToken.None);
            return exitCode;
        }, CouldNotRun);

    // What a server does of itself is not what was asked for.
    private static void PutServerAside(IServiceCollection services)
    {
        services.AddSingleton<IServer, NoServer>();
        foreach (var service in services.Where(service => ServersOwn.Contains(service.ImplementationType)).ToList())
        {
            services.Remove(service);
        }
    }
}
