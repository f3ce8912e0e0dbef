namespace Piton.Web.CommandLine;

/// <summary>Standard input of this process.</summary>
internal sealed class ConsoleInput : ICommandInput
{
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken) => await Console.In.ReadLineAsync(cancellationToken);
}
