namespace Piton.Web.CommandLine;

/// <summary>Standard input of this process.</summary>
internal sealed class ConsoleInput : ICommandInput
{
    // The console waits for a line whatever a token says. It is left waiting, which keeps no process from ending.
    public Task<string?> ReadLineAsync(CancellationToken cancellationToken) =>
        Task.Run(() => Console.In.ReadLine(), CancellationToken.None).WaitAsync(cancellationToken);
}
