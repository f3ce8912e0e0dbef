namespace Piton.Domain.Images;

/// <summary>What the camera wrote beside a photograph and a photographer wants to know again. All of it is a stranger's word.</summary>
public sealed record PhotoFacts
{
    /// <summary>The longest text, in UTF-16 code units; there is no control character in any.</summary>
    public const int MaxTextLength = 100;

    public PhotoTime? TakenAt { get; init; }

    /// <summary>Maker and model.</summary>
    public string? Camera { get; init; }

    public string? Lens { get; init; }

    /// <summary>In seconds, above 0.</summary>
    public double? ExposureTime { get; init; }

    /// <summary>Focal length by aperture: 2.8 for f/2.8; above 0.</summary>
    public double? FNumber { get; init; }

    /// <summary>The sensitivity by ISO 12232, at least 1.</summary>
    public int? Iso { get; init; }

    /// <summary>In millimetres, above 0.</summary>
    public double? FocalLength { get; init; }

    /// <summary>The focal length in millimetres that shows as much on 35 mm film; at least 1.</summary>
    public int? FocalLength35 { get; init; }

    /// <summary>Where it was taken; null unless the owner of the server wants it kept.</summary>
    public GeoPosition? Position { get; init; }

    /// <summary>Whether every fact is as it is said here that it is.</summary>
    public bool IsSound =>
        IsSoundText(Camera)
        && IsSoundText(Lens)
        && TakenAt is null or { IsSound: true }
        && IsSoundNumber(ExposureTime)
        && IsSoundNumber(FNumber)
        && IsSoundNumber(FocalLength)
        && Iso is null or > 0
        && FocalLength35 is null or > 0
        && Position is null or { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 };

    /// <summary>These facts without the position; null where nothing else is known.</summary>
    public PhotoFacts? WithoutPosition() => (this with { Position = null }).OrNull();

    /// <summary>Null where nothing is known.</summary>
    public PhotoFacts? OrNull() => this == Unknown ? null : this;

    private static PhotoFacts Unknown { get; } = new();

    private static bool IsSoundText(string? text) =>
        text is null || (text.Length is > 0 and <= MaxTextLength && !text.Any(char.IsControl));

    private static bool IsSoundNumber(double? number) => number is null or (> 0 and < double.PositiveInfinity);
}
