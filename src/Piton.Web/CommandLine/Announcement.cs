using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Piton.Application.Accounts;
using Piton.Domain.Library;
using Piton.Web.Security;

namespace Piton.Web.CommandLine;

/// <summary>
/// The first two lines are for people and scripts alike: where Piton is, and where its data is; a third says how to begin where nobody has. They stand before the work that waits for
/// the start, so that no line of its log, which goes to standard error, comes before them on a terminal.
/// </summary>
internal sealed class Announcement(IServer server, LibraryLocation library, SetupGate gate) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine(string.Join(' ', addresses));
        Console.WriteLine(library.Root);
        if (await gate.IsOpenAsync(cancellationToken))
        {
            Console.WriteLine($"There is no administrator yet. Open {addresses.FirstOrDefault()}{SetupGuard.Path} and give this code: {gate.Code}");
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
