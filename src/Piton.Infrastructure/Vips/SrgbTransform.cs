using NetVips;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Vips;

/// <summary>Brings any picture that a loader gives to 8 bits a sample, in sRGB (IEC 61966-2-1) or its grey.</summary>
internal static class SrgbTransform
{
    private const string SrgbName = "srgb";
    private const string CmykName = "cmyk";
    private const int OutputDepth = 8;

    /// <summary>Steps a side of the cube of colours that a profile is tried on.</summary>
    private const int CubeSide = 9;

    /// <returns>A new image, computed where it is read.</returns>
    public static VipsImage Apply(VipsImage image)
    {
        var hasProfile = image.Contains(VipsFields.Profile);
        if (image.Interpretation == Enums.Interpretation.Cmyk)
        {
            return image.IccTransform(SrgbName, embedded: hasProfile, inputProfile: CmykName, depth: OutputDepth);
        }

        return (hasProfile ? ByProfile(image) : null) ?? ByInterpretation(image);
    }

    /// <summary>Whether the samples may be shown as they are stored, without their profile.</summary>
    public static bool IsSrgb(VipsImage image)
    {
        try
        {
            return image.Format == Enums.BandFormat.Uchar
                && image.Interpretation is Enums.Interpretation.Srgb or Enums.Interpretation.Bw
                && (!image.Contains(VipsFields.Profile) || LeavesColoursAlone(image));
        }
        catch (VipsException)
        {
            // As in ByProfile.
            return true;
        }
    }

    /// <returns>Null where the profile says sRGB anyway, or cannot be used on these samples.</returns>
    private static VipsImage? ByProfile(VipsImage image)
    {
        try
        {
            return LeavesColoursAlone(image) ? null : image.IccTransform(SrgbName, embedded: true, depth: OutputDepth);
        }
        catch (VipsException)
        {
            // A damaged profile, or one for another kind of samples: browsers ignore it as well.
            return null;
        }
    }

    private static VipsImage ByInterpretation(VipsImage image) => (image.Interpretation, image.Format) switch
    {
        (Enums.Interpretation.Bw or Enums.Interpretation.Srgb, Enums.BandFormat.Uchar) => image.Copy(),
        (Enums.Interpretation.Bw or Enums.Interpretation.Grey16, _) => image.Colourspace(Enums.Interpretation.Bw),
        _ => image.Colourspace(Enums.Interpretation.Srgb),
    };

    /// <summary>
    /// Whether the profile moves no colour by more than the rounding. Most cameras write a profile that is sRGB under one of many
    /// names; trying it on a few hundred colours is far cheaper than transforming millions of pixels for nothing.
    /// </summary>
    private static bool LeavesColoursAlone(VipsImage image)
    {
        const double rounding = 1;
        if (image.Interpretation != Enums.Interpretation.Srgb || image.Format != Enums.BandFormat.Uchar)
        {
            return false;
        }

        using var cube = ColourCube();
        using var tagged = cube.Mutate(mutable => mutable.Set(GValue.BlobType, VipsFields.Profile, image.Get(VipsFields.Profile)));
        using var transformed = tagged.IccTransform(SrgbName, embedded: true, depth: OutputDepth);
        using var difference = transformed - cube;
        using var distance = difference.Abs();
        return distance.Max() <= rounding;
    }

    private static VipsImage ColourCube()
    {
        const int step = byte.MaxValue / (CubeSide - 1);
        var samples = new byte[CubeSide * CubeSide * CubeSide * 3];
        for (var index = 0; index < samples.Length / 3; index++)
        {
            samples[index * 3] = (byte)(index % CubeSide * step);
            samples[index * 3 + 1] = (byte)(index / CubeSide % CubeSide * step);
            samples[index * 3 + 2] = (byte)(index / (CubeSide * CubeSide) * step);
        }

        using var plain = VipsImage.NewFromMemory<byte>(samples, CubeSide * CubeSide, CubeSide, 3, Enums.BandFormat.Uchar);
        return plain.Copy(interpretation: Enums.Interpretation.Srgb);
    }
}
