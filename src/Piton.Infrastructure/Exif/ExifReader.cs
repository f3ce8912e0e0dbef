using System.Globalization;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Exif;

/// <summary>Reads the facts of a photograph out of its EXIF block. What makes no sense is left out.</summary>
internal static class ExifReader
{
    private const double SecondsOfADay = 86_400;
    private const double LongestLens = 20_000;

    /// <returns>Null where nothing is known.</returns>
    public static PhotoFacts? Read(ReadOnlySpan<byte> block)
    {
        var main = ExifDirectory.Open(block);
        var photo = main.Directory(ExifTag.PhotoDirectory);
        var facts = new PhotoFacts
        {
            TakenAt = TakenAt(photo),
            Camera = CameraName.Of(ExifText.Clean(main.Text(ExifTag.Make)), ExifText.Clean(main.Text(ExifTag.Model))),
            Lens = ExifText.Clean(photo.Text(ExifTag.LensModel)),
            ExposureTime = Within(photo.Fraction(ExifTag.ExposureTime), 1e-7, SecondsOfADay),
            FNumber = Within(photo.Fraction(ExifTag.FNumber), 0.1, 1000),
            Iso = Iso(photo),
            FocalLength = Within(photo.Fraction(ExifTag.FocalLength), 0.1, LongestLens),
            FocalLength35 = (int?)Within(photo.Integer(ExifTag.FocalLength35), 1, LongestLens),
            Position = Position(main.Directory(ExifTag.GpsDirectory)),
        };
        return facts.OrNull();
    }

    private static PhotoTime? TakenAt(ExifDirectory photo)
    {
        var isDate = DateTime.TryParseExact(
            photo.Text(ExifTag.DateTimeOriginal), "yyyy':'MM':'dd HH':'mm':'ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local);
        var taken = new PhotoTime(local, Offset(photo.Text(ExifTag.OffsetTimeOriginal)));

        // Cameras without a clock write zeros or blanks.
        return isDate && taken.IsSound ? taken : null;
    }

    private static TimeSpan? Offset(string? text)
    {
        const int farthest = 14;
        if (text is not ['+' or '-', .. var digits]
            || !TimeSpan.TryParseExact(digits.TrimEnd(), "hh':'mm", CultureInfo.InvariantCulture, out var offset)
            || offset > TimeSpan.FromHours(farthest))
        {
            return null;
        }

        return text[0] == '-' ? -offset : offset;
    }

    // The first of the three has 16 bits, which are all ones where the number is too large for it.
    private static int? Iso(ExifDirectory photo)
    {
        const int largest = 10_000_000;
        var sensitivity = photo.Integer(ExifTag.Sensitivity) switch
        {
            ushort.MaxValue => photo.Integer(ExifTag.IsoSpeed) ?? photo.Integer(ExifTag.RecommendedExposureIndex),
            var other => other,
        };
        return (int?)Within(sensitivity, 1, largest);
    }

    private static GeoPosition? Position(ExifDirectory gps)
    {
        var latitude = Degrees(gps, ExifTag.GpsLatitude, gps.Text(ExifTag.GpsLatitudeReference), 'N', 'S', 90);
        var longitude = Degrees(gps, ExifTag.GpsLongitude, gps.Text(ExifTag.GpsLongitudeReference), 'E', 'W', 180);

        // Receivers that have not found their satellites yet write zeros.
        return (latitude, longitude) is ({ } north, { } east) && (north, east) != (0, 0) ? new GeoPosition(north, east) : null;
    }

    private static double? Degrees(ExifDirectory gps, ExifTag tag, string? reference, char positive, char negative, double most)
    {
        const int decimals = 6;
        var degrees = gps.Fraction(tag) + gps.Fraction(tag, 1) / 60 + gps.Fraction(tag, 2) / 3600;
        return Within(degrees, 0, most) is { } size && reference is [var side, ..] && (side == positive || side == negative)
            ? Math.Round(side == negative ? -size : size, decimals)
            : null;
    }

    private static double? Within(double? value, double least, double most) => value >= least && value <= most ? value : null;
}
