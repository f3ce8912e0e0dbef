namespace Piton.Infrastructure.Exif;

/// <summary>The tags that Piton reads, by their numbers in EXIF 2.32.</summary>
internal enum ExifTag : ushort
{
    GpsLatitudeReference = 0x0001,
    GpsLatitude = 0x0002,
    GpsLongitudeReference = 0x0003,
    GpsLongitude = 0x0004,
    Make = 0x010F,
    Model = 0x0110,
    ExposureTime = 0x829A,
    FNumber = 0x829D,
    PhotoDirectory = 0x8769,
    GpsDirectory = 0x8825,
    Sensitivity = 0x8827,
    RecommendedExposureIndex = 0x8832,
    IsoSpeed = 0x8833,
    DateTimeOriginal = 0x9003,
    OffsetTimeOriginal = 0x9011,
    FocalLength = 0x920A,
    FocalLength35 = 0xA405,
    LensModel = 0xA434,
}
