using Microsoft.Extensions.Options;

namespace Piton.Web.Options;

/// <summary>Refuses to start with an option that does not exist: it is most likely one that was misspelt.</summary>
/// <param name="piton">The section <c>Piton</c>.</param>
/// <param name="names">The options that there are.</param>
internal sealed class UnknownOptionsValidator(IConfiguration piton, OptionNames names) : IValidateOptions<PitonOptions>
{
    public ValidateOptionsResult Validate(string? name, PitonOptions options)
    {
        // A section without a value sets nothing: a host for tests gives --Piton:Limits= in front of --Piton:Limits:MaxSide=100.
        var unknown = piton.AsEnumerable(makePathsRelative: true)
            .Where(setting => setting.Value is { Length: > 0 } && !names.IsKnown(setting.Key))
            .Select(setting => $"Piton:{setting.Key} is no option. Nearest is Piton:{Nearest(setting.Key)}; the README lists them all.")
            .ToList();
        return unknown.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(unknown);
    }

    private string Nearest(string name) => names.All.MinBy(known => Distance(name, known))!;

    /// <summary>How many letters to add, drop or change (Levenshtein), whatever their case.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                var change = corner + (same ? 0 : 1);
                corner = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
