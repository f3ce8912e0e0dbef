using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Piton.Domain.Images;

/// <summary>When a photograph was taken, by the clock of its camera, in whole seconds.</summary>
/// <param name="Local">What the clock showed; of no kind, since it may have been in any zone.</param>
/// <param name="Offset">What the clock was ahead of UTC, in whole minutes; null where the camera did not say.</param>
public readonly record struct PhotoTime(DateTime Local, TimeSpan? Offset)
{
    private const int FirstYear = 1826;

    private static readonly TimeSpan FarthestOffset = TimeSpan.FromHours(14);

    private const string LocalFormat = "yyyy-MM-dd'T'HH:mm:ss";
    private const string ZonedFormat = LocalFormat + "zzz";

    /// <summary>Whether the clock can have shown this: photography began in 1826, and no zone is further from UTC than 14 hours.</summary>
    public bool IsSound => Local.Year >= FirstYear && (Offset is not { } offset || (offset.Duration() <= FarthestOffset && offset.Seconds == 0));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhotoTime time)
    {
        if (DateTime.TryParseExact(text, LocalFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            time = new PhotoTime(local, null);
            return true;
        }

        var isZoned = DateTimeOffset.TryParseExact(text, ZonedFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var zoned);
        time = new PhotoTime(zoned.DateTime, zoned.Offset);
        return isZoned;
    }

    /// <summary>As ISO 8601 has it: with the offset where that is known, as local time where not.</summary>
    public override string ToString() => Offset is { } offset
        ? new DateTimeOffset(Local, offset).ToString(ZonedFormat, CultureInfo.InvariantCulture)
        : Local.ToString(LocalFormat, CultureInfo.InvariantCulture);
}
