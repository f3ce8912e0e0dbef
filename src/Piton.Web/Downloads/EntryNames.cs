using System.Globalization;
using System.Text;
using Piton.Domain.Images;
using Piton.Web.Renditions;

namespace Piton.Web.Downloads;

/// <summary>Names the files of one archive after their images, so that every system can unpack them and none ends up elsewhere or over another.</summary>
internal sealed class EntryNames
{
    private const char Stand = '_';

    // What Windows takes in no file name; the slash leads elsewhere on every system.
    private const string Forbidden = "<>:\"/\\|?*";

    // Windows opens a device by these, whatever ending follows.
    private static readonly HashSet<string> Devices = new(
        [
            "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
            .. "0123456789¹²³".SelectMany(digit => new[] { $"COM{digit}", $"LPT{digit}" }),
        ],
        StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _taken = [];
    private readonly Dictionary<string, int> _copies = [];

    /// <param name="name">What the image is called.</param>
    /// <param name="extension">The ending, without its dot.</param>
    /// <returns>A file name that was not given out before, told apart even where case and accents do not count.</returns>
    public string Next(string name, string extension)
    {
        var stem = Harmless(name);
        var key = SearchText.Fold(stem);
        while (true)
        {
            var copy = _copies[key] = _copies.GetValueOrDefault(key) + 1;
            var candidate = copy == 1 ? $"{stem}.{extension}" : string.Create(CultureInfo.InvariantCulture, $"{stem} ({copy}).{extension}");
            if (_taken.Add(SearchText.Fold(candidate)))
            {
                return candidate;
            }
        }
    }

    private static string Harmless(string name)
    {
        var letters = string.Concat(name.EnumerateRunes().Select(rune => IsHarmless(rune) ? rune.ToString() : $"{Stand}"));
        var stem = FileNames.Cut(letters).Trim().TrimEnd('.', ' ').TrimStart('.', ' ');
        return stem switch
        {
            "" => ImageName.Untitled,
            _ when Devices.Contains(stem.Split('.')[0].TrimEnd()) => Stand + stem,
            _ => stem,
        };
    }

    // Format characters can turn the direction of what follows, and so make one ending look like another.
    private static bool IsHarmless(Rune rune) =>
        !(rune.IsBmp && Forbidden.Contains((char)rune.Value))
        && rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
}
