using System.Globalization;

namespace Piton.Web.Tests.Fuzz;

/// <summary>Which mutants are sent.</summary>
/// <param name="Seed">The series.</param>
/// <param name="First">The number of the first.</param>
/// <param name="Count">How many.</param>
internal sealed record FuzzOptions(int Seed, int First, int Count)
{
    private const int Usual = 50_000;

    /// <returns>Null where the arguments make no sense.</returns>
    public static FuzzOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new FuzzOptions(Environment.TickCount & int.MaxValue, 0, Usual);
        for (var index = 0; index < arguments.Count; index += 2)
        {
            if (index + 1 == arguments.Count
                || !int.TryParse(arguments[index + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                || options.With(arguments[index], value) is not { } changed)
            {
                return null;
            }

            options = changed;
        }

        return options;
    }

    private FuzzOptions? With(string name, int value) => name switch
    {
        "--seed" => this with { Seed = value },
        "--first" => this with { First = value },
        "--count" => this with { Count = value },
        _ => null,
    };
}
