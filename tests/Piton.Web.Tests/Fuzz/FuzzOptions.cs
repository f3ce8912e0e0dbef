using System.Globalization;

namespace Piton.Web.Tests.Fuzz;

/// <summary>Which mutants are sent.</summary>
/// <param name="Seed">The series.</param>
/// <param name="First">The number of the first.</param>
/// <param name="Count">How many.</param>
internal sealed record FuzzOptions(int Seed, int First, int Count)
{
    private const int Usual = 50_000;

    /// <param name="arguments">How many, where it is not the usual number; then options by name.</param>
    /// <returns>Null where the arguments make no sense.</returns>
    public static FuzzOptions? Parse(IReadOnlyList<string> arguments)
    {
        var isCounted = arguments.Count % 2 == 1;
        if ((isCounted ? Number(arguments[0]) : Usual) is not { } count)
        {
            return null;
        }

        FuzzOptions? options = new(Environment.TickCount & int.MaxValue, 0, count);
        for (var index = isCounted ? 1 : 0; index < arguments.Count && options is not null; index += 2)
        {
            options = options.With(arguments[index], Number(arguments[index + 1]));
        }

        return options;
    }

    private FuzzOptions? With(string name, int? value) => (name, value) switch
    {
        ("--seed", { } seed) => this with { Seed = seed },
        ("--first", { } first) => this with { First = first },
        _ => null,
    };

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
