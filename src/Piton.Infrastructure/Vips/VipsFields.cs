namespace Piton.Infrastructure.Vips;

/// <summary>The names under which libvips keeps what is no pixel beside a picture.</summary>
internal static class VipsFields
{
    public const string Exif = "exif-data";

    /// <summary>How the picture is to be turned: EXIF 2.32, tag 274.</summary>
    public const string Orientation = "orientation";

    public const string Profile = "icc-profile-data";
}
