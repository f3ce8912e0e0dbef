namespace Piton.Domain.Images;

/// <summary>A place on earth, in degrees of WGS 84.</summary>
/// <param name="Latitude">-90 to 90, north is positive.</param>
/// <param name="Longitude">-180 to 180, east is positive.</param>
public readonly record struct GeoPosition(double Latitude, double Longitude);
