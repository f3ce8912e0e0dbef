using System.Text.Json.Serialization;
using Piton.Domain.Images;

namespace Piton.Web.Api;

/// <summary>What the camera wrote beside a photograph. What it did not write is null.</summary>
public sealed record PhotoResource
{
    /// <summary>Maker and model.</summary>
    public string? Camera { get; init; }

    /// <summary>The model of the lens.</summary>
    public string? Lens { get; init; }

    /// <summary>The exposure, in seconds.</summary>
    public double? ExposureTime { get; init; }

    /// <summary>The aperture: 2.8 for f/2.8.</summary>
    public double? FNumber { get; init; }

    /// <summary>The sensitivity.</summary>
    public int? Iso { get; init; }

    /// <summary>The focal length, in millimetres.</summary>
    public double? FocalLength { get; init; }

    /// <summary>The same in millimetres, as if on 35 mm film.</summary>
    public int? FocalLength35 { get; init; }

    /// <summary>Degrees of WGS 84; absent unless the server keeps positions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Latitude { get; init; }

    /// <inheritdoc cref="Latitude"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Longitude { get; init; }

    public static PhotoResource? Of(PhotoFacts? photo) => photo is null ? null : new PhotoResource
    {
        Camera = photo.Camera,
        Lens = photo.Lens,
        ExposureTime = photo.ExposureTime,
        FNumber = photo.FNumber,
        Iso = photo.Iso,
        FocalLength = photo.FocalLength,
        FocalLength35 = photo.FocalLength35,
        Latitude = photo.Position?.Latitude,
        Longitude = photo.Position?.Longitude,
    };
}
