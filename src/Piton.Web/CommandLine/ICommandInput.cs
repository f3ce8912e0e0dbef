namespace Piton.Web.CommandLine;

/// <summary>Standard input of whoever called a command.</summary>
internal interface ICommandInput
{
    /// <returns>The next line; null at the end.</returns>
    Task<string?> ReadLineAsync(CancellationToken cancellationToken);
}
