using System.Reflection;
using Piton.Web.CommandLine.Sockets;

namespace Piton.Web.CommandLine;

/// <summary><c>piton serve</c>.</summary>
internal static class ServeCommand
{
    public static Task<int> RunAsync(string[] settings, Assembly[] extensions, CancellationToken cancellationToken) =>
        PitonHost.GuardAsync(async () =>
        {
            await using var app = PitonHost.Build(settings, extensions, AddOwn);
            try
            {
                await app.StartAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
            {
                // It was told to stop before it had started, and there is nothing that it would have to finish.
                return ExitCodes.Done;
            }

            await app.WaitForShutdownAsync(cancellationToken);
            return ExitCodes.Done;
        }, async why =>
        {
            await Console.Error.WriteLineAsync($"piton: {why}");
            return ExitCodes.Failed;
        }, cancellationToken);

    // The socket is there before anybody is told that the server is.
    private static void AddOwn(WebApplicationBuilder builder) => builder.Services
        .AddHostedService<CommandServer>()
        .AddHostedService<Announcement>()
        .AddHostedService(provider => new ServiceManager(
            Environment.GetEnvironmentVariable(ServiceManager.Variable), provider.GetRequiredService<ILogger<ServiceManager>>()));
}
