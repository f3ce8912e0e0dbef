using Piton.Domain.Library;
using Piton.Web.CommandLine.Output;
using Piton.Web.CommandLine.Sockets;

namespace Piton.Web.CommandLine;

/// <summary>Runs a command of the library: in this process, or in the server that has the library.</summary>
internal static class CommandRun
{
    /// <summary>Runs in the server what a caller sent over its socket. A fault is told the caller, and thrown on to who logs it.</summary>
    /// <param name="call">The command.</param>
    /// <param name="services">Of the server.</param>
    /// <param name="screen">Where its output goes, and its exit code behind that.</param>
    /// <param name="input">What it may read.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task InServerAsync(
        WireCall call, IServiceProvider services, WireScreen screen, ICommandInput input, CancellationToken cancellationToken)
    {
        var parsed = CommandTree.Parse(CommandTree.Build(), call.Words);
        if (CommandTree.CommandOf(parsed) is not { } command)
        {
            await screen.ErrorAsync("piton: the server does not know this command. Is it of another version?");
            await screen.EndAsync(ExitCodes.Misused);
            return;
        }

        await using var scope = services.CreateAsyncScope();
        var output = new CommandOutput(screen, parsed.GetValue(command.Json));
        int? exitCode = null;
        try
        {
            exitCode = await RunAsync(command, new CommandCall(parsed, scope.ServiceProvider, output, input, call.Folder), cancellationToken);
        }
        finally
        {
            await screen.EndAsync(exitCode
                ?? await output.FailAsync("the command ended by a fault of Piton's. The log of the server says more.", command.CouldNotRun));
        }
    }

    /// <summary>Runs a command, and says of what an operator can mend what it is.</summary>
    public static async Task<int> RunAsync(LibraryCommand command, CommandCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await command.Run(call, cancellationToken);
        }
        catch (LibraryException e)
        {
            return await call.Output.FailAsync(e.Message, command.CouldNotRun);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await call.Output.FailAsync(PitonHost.Stopped, command.CouldNotRun);
        }
    }
}
