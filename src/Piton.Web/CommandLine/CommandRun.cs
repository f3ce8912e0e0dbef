using Piton.Domain.Library;
using Piton.Web.CommandLine.Output;
using Piton.Web.CommandLine.Sockets;

namespace Piton.Web.CommandLine;

/// <summary>Runs a command of the library: in this process, or in the server that has the library.</summary>
internal static class CommandRun
{
    /// <summary>Runs in the server what a caller sent over its socket. A fault is told the caller, and thrown on to who logs it.</summary>
    public static async Task<int> InServerAsync(
        WireCall call, IServiceProvider services, ICommandScreen screen, ICommandInput input, CancellationToken cancellationToken)
    {
        var isOver = false;
        try
        {
            var exitCode = await DispatchAsync(call, services, screen, input, cancellationToken);
            isOver = true;
            return exitCode;
        }
        finally
        {
            if (!isOver)
            {
                await screen.ErrorAsync("piton: the command ended by a fault of Piton's. The log of the server says more.");
            }
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
            return await call.Output.FailAsync("it was stopped before it was done.", command.CouldNotRun);
        }
    }

    private static async Task<int> DispatchAsync(
        WireCall call, IServiceProvider services, ICommandScreen screen, ICommandInput input, CancellationToken cancellationToken)
    {
        var parsed = CommandTree.Build().Parse([.. call.Words]);
        if (CommandTree.CommandOf(parsed) is not { } command)
        {
            await screen.ErrorAsync("piton: the server does not know this command. Is it of another version?");
            return ExitCodes.Misused;
        }

        await using var scope = services.CreateAsyncScope();
        var output = new CommandOutput(screen, parsed.GetValue(command.Json));
        return await RunAsync(command, new CommandCall(parsed, scope.ServiceProvider, output, input, call.Folder), cancellationToken);
    }
}
