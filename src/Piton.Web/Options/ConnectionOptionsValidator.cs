using Microsoft.Extensions.Options;

namespace Piton.Web.Options;

/// <summary>Refuses to start with connection options that make no sense.</summary>
internal sealed class ConnectionOptionsValidator : IValidateOptions<ConnectionOptions>
{
    private const int Least = 10;
    private const int Most = 1_000_000;
    private const int LongestHead = 120;
    private const int HighestRate = 1_000_000;

    public ValidateOptionsResult Validate(string? name, ConnectionOptions options)
    {
        var flaws = Flaws(options).ToList();
        return flaws.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(flaws);
    }

    private static IEnumerable<string> Flaws(ConnectionOptions options)
    {
        if (options.Max is < Least or > Most)
        {
            yield return $"Piton:Connections:Max is {options.Max}. Give it {Least} to {Most}.";
        }

        if (options.HeadSeconds is < 1 or > LongestHead)
        {
            yield return $"Piton:Connections:HeadSeconds is {options.HeadSeconds}. Give it 1 to {LongestHead}.";
        }

        if (options.MinBytesPerSecond is < 1 or > HighestRate)
        {
            yield return $"Piton:Connections:MinBytesPerSecond is {options.MinBytesPerSecond}. Give it 1 to {HighestRate}.";
        }
    }
}
