using System.Reflection;

namespace Piton.Web.CommandLine;

/// <summary><c>piton serve</c>.</summary>
internal static class ServeCommand
{
    public static Task<int> RunAsync(string[] settings, Assembly[] extensions, CancellationToken cancellationToken) =>
        PitonHost.GuardAsync(async () =>
        {
            var app = PitonHost.Build(settings, extensions, AddOwn);
            await app.RunAsync(cancellationToken);
            return 0;
        }, couldNotRun: 1);

    private static void AddOwn(IServiceCollection services) => services
        .AddHostedService<Announcement>()
        .AddHostedService(_ => new ServiceManager(Environment.GetEnvironmentVariable(ServiceManager.Variable)));
}
