using System.Reflection;
using Piton.Web.CommandLine.Sockets;

namespace Piton.Web.CommandLine;

/// <summary><c>piton serve</c>.</summary>
internal static class ServeCommand
{
    public static Task<int> RunAsync(string[] settings, Assembly[] extensions, CancellationToken cancellationToken) =>
        PitonHost.GuardAsync(async () =>
        {
            var app = PitonHost.Build(settings, extensions, AddOwn);
            await app.RunAsync(cancellationToken);
            return ExitCodes.Done;
        }, async why =>
        {
            await Console.Error.WriteLineAsync($"piton: {why}");
            return ExitCodes.Failed;
        });

    // The socket is there before anybody is told that the server is.
    private static void AddOwn(WebApplicationBuilder builder) => builder.Services
        .AddHostedService<CommandServer>()
        .AddHostedService<Announcement>()
        .AddHostedService(provider => new ServiceManager(
            Environment.GetEnvironmentVariable(ServiceManager.Variable), provider.GetRequiredService<ILogger<ServiceManager>>()));
}
