using System.Globalization;
using Piton.Domain.Images;

namespace Piton.Web.Models;

/// <summary>Writes the facts of a photograph as photographers do, in the language of the request.</summary>
public static class PhotoText
{
    private const char Tie = '\u00a0';

    // From here on cameras show seconds with a decimal instead of a fraction.
    private const double LongExposure = 0.3;

    /// <summary><c>1/250 s, f/2.8, ISO 400</c>, as far as they are known; empty where none is.</summary>
    public static string Exposure(PhotoFacts photo)
    {
        ArgumentNullException.ThrowIfNull(photo);
        string?[] parts =
        [
            photo.ExposureTime is { } time ? Seconds(time) : null,
            photo.FNumber is { } number ? $"f/{Number(number, "0.#")}" : null,
            photo.Iso is { } iso ? $"ISO{Tie}{iso.ToString(CultureInfo.InvariantCulture)}" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    /// <summary><c>35 mm</c>.</summary>
    public static string Millimetres(double length) => $"{Number(length, "0.#")}{Tie}mm";

    /// <summary><c>+02:00</c>, as it stands behind UTC; empty at UTC itself.</summary>
    public static string Offset(TimeSpan offset) => offset == TimeSpan.Zero
        ? ""
        : $"{(offset < TimeSpan.Zero ? '−' : '+')}{offset.ToString("hh':'mm", CultureInfo.InvariantCulture)}";

    /// <summary><c>40.4168° N, 3.7038° W</c>.</summary>
    public static string Position(GeoPosition position) =>
        $"{Degrees(position.Latitude)}{Tie}{(position.Latitude < 0 ? 'S' : 'N')}, {Degrees(position.Longitude)}{Tie}{(position.Longitude < 0 ? 'W' : 'E')}";

    private static string Seconds(double time) => time < LongExposure
        ? $"1/{Math.Round(1 / time).ToString(CultureInfo.InvariantCulture)}{Tie}s"
        : $"{Number(time, "0.#")}{Tie}s";

    private static string Degrees(double degrees) => $"{Number(Math.Abs(degrees), "0.####")}°";

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.CurrentCulture);
}
