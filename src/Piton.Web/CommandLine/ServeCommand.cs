using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Piton.Domain.Library;

namespace Piton.Web.CommandLine;

/// <summary><c>piton serve</c>.</summary>
internal static class ServeCommand
{
    public static Task<int> RunAsync(string[] settings, Assembly[] extensions, CancellationToken cancellationToken) =>
        PitonHost.GuardAsync(async () =>
        {
            var app = PitonHost.Build(settings, extensions);
            app.Lifetime.ApplicationStarted.Register(() => Announce(app));
            await app.RunAsync(cancellationToken);
            return 0;
        }, couldNotRun: 1);

    // The first two lines are for people and scripts alike: where Piton is, and where its data is. The log goes to standard error.
    private static void Announce(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine(string.Join(' ', addresses));
        Console.WriteLine(app.Services.GetRequiredService<LibraryLocation>().Root);
        Console.WriteLine(addresses.All(ListenAddresses.IsLocal)
            ? "There are no accounts yet: whoever reaches this address may do anything, so it is open to this machine alone."
            : "There are no accounts yet: whoever reaches this address may do anything, and it is open to other machines.");
    }
}
