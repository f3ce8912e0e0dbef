using System.Text.Json.Serialization;
using Piton.Domain.Images;

namespace Piton.Web.Api;

/// <summary>What the camera wrote beside a photograph. What it did not write is null.</summary>
public sealed record PhotoResource
{
    public string? Camera { get; init; }

    public string? Lens { get; init; }

    /// <summary>In seconds.</summary>
    public double? ExposureTime { get; init; }

    /// <summary>2.8 for f/2.8.</summary>
    public double? FNumber { get; init; }

    public int? Iso { get; init; }

    /// <summary>In millimetres.</summary>
    public double? FocalLength { get; init; }

    /// <summary>In millimetres, as if on 35 mm film.</summary>
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
