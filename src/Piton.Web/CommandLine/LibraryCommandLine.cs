using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;
using Piton.Domain.Library;
using Piton.Web.CommandLine.Output;
using Piton.Web.CommandLine.Sockets;

namespace Piton.Web.CommandLine;

/// <summary>Finds out who has the library, and has a command run there.</summary>
internal static class LibraryCommandLine
{
    /// <param name="command">The command.</param>
    /// <param name="parsed">What was said of it.</param>
    /// <param name="words">The same as it was said, without settings.</param>
    /// <param name="settings">What the command line says of the options.</param>
    /// <param name="extensions">The assemblies of other teams.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(LibraryCommand command, ParseResult parsed, string[] words, string[] settings, Assembly[] extensions)
    {
        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await using var screen = new ConsoleScreen();
        var output = new CommandOutput(screen, parsed.GetValue(command.Json));
        return await PitonHost.GuardAsync(async () =>
        {
            await using var app = PitonHost.Build(settings, extensions, builder => OfflineLibrary.PutServerAside(builder, command));
            var input = new ConsoleInput();
            using var server = await RemoteLibrary.FindAsync(app.Services.GetRequiredService<LibraryLocation>(), stop.Token);
            if (server is not null)
            {
                return await server.RunAsync(command, new WireCall(words, Environment.CurrentDirectory), screen, output, input, stop.Token);
            }

            var call = new CommandCall(parsed, app.Services, output, input, Environment.CurrentDirectory);
            return await OfflineLibrary.RunAsync(app, command.Use, () => CommandRun.RunAsync(command, call, stop.Token), stop.Token);
        }, why => output.FailAsync(why, command.CouldNotRun), stop.Token);

        // The second time the system does what it does, which is to end the process.
        void Stop(PosixSignalContext context)
        {
            context.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
    }
}
