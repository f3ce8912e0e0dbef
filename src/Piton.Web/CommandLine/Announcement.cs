using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Piton.Domain.Library;

namespace Piton.Web.CommandLine;

/// <summary>
/// The first two lines are for people and scripts alike: where Piton is, and where its data is. They stand before the work that waits for
/// the start, so that no line of its log, which goes to standard error, comes before them on a terminal.
/// </summary>
internal sealed class Announcement(IServer server, LibraryLocation library) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine(string.Join(' ', addresses));
        Console.WriteLine(library.Root);
        Console.WriteLine(addresses.All(ListenAddresses.IsLocal)
            ? "There are no accounts yet: whoever reaches this address may do anything, so it is open to this machine alone."
            : "There are no accounts yet: whoever reaches this address may do anything, and it is open to other machines.");
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
