namespace Piton.Infrastructure.Magick;

/// <summary>The header of a JPEG XL codestream (ISO/IEC 18181-1, annex D), read for one question alone.</summary>
internal static class JxlHeader
{
    /// <summary>How many bytes from the start are looked at; names of extra channels may take most of them.</summary>
    public const int HeadLength = 4096;

    private const int SignatureLength = 2;

    /// <summary>
    /// Whether the decoder makes sRGB of the samples although the file has a profile: where that profile is any other than the well-known
    /// ones and the samples are kept in XYB. ImageMagick hands over the profile all the same, which must not be applied then.
    /// </summary>
    /// <param name="codestream">Its first bytes.</param>
    public static bool HasForeignProfile(ReadOnlySpan<byte> codestream)
    {
        if (codestream.Length <= SignatureLength)
        {
            return false;
        }

        var reader = new BitReader(codestream[SignatureLength..]);
        SkipSize(ref reader);
        var isAllDefault = reader.Bool();
        if (isAllDefault)
        {
            return false;
        }

        SkipExtraFields(ref reader);
        SkipBitDepth(ref reader);
        reader.Bool();
        SkipExtraChannels(ref reader);
        var isXyb = reader.Bool();
        var isDefaultColour = reader.Bool();
        var wantsProfile = !isDefaultColour && reader.Bool();
        return isXyb && wantsProfile && !reader.IsSpent;
    }

    private static void SkipSize(ref BitReader reader)
    {
        var isSmall = reader.Bool();
        SkipSide(ref reader, isSmall);
        if (reader.Bits(3) == 0)
        {
            SkipSide(ref reader, isSmall);
        }
    }

    private static void SkipSide(ref BitReader reader, bool isSmall) =>
        _ = isSmall ? reader.Bits(5) : reader.Number((1, 9), (1, 13), (1, 18), (1, 30));

    private static void SkipExtraFields(ref BitReader reader)
    {
        if (!reader.Bool())
        {
            return;
        }

        reader.Bits(3);
        if (reader.Bool())
        {
            SkipSize(ref reader);
        }

        if (reader.Bool())
        {
            SkipPreview(ref reader);
        }

        if (reader.Bool())
        {
            reader.Number((100, 0), (1000, 0), (1, 10), (1, 30));
            reader.Number((1, 0), (1001, 0), (1, 8), (1, 10));
            reader.Number((0, 0), (0, 3), (0, 16), (0, 32));
            reader.Bool();
        }
    }

    private static void SkipPreview(ref BitReader reader)
    {
        var isByEights = reader.Bool();
        SkipPreviewSide(ref reader, isByEights);
        if (reader.Bits(3) == 0)
        {
            SkipPreviewSide(ref reader, isByEights);
        }
    }

    private static void SkipPreviewSide(ref BitReader reader, bool isByEights) => _ = isByEights
        ? reader.Number((16, 0), (32, 0), (1, 5), (33, 9))
        : reader.Number((1, 6), (65, 8), (321, 10), (1345, 12));

    private static void SkipBitDepth(ref BitReader reader)
    {
        if (reader.Bool())
        {
            reader.Number((32, 0), (16, 0), (24, 0), (1, 6));
            reader.Bits(4);
        }
        else
        {
            reader.Number((8, 0), (10, 0), (12, 0), (1, 6));
        }
    }

    private static void SkipExtraChannels(ref BitReader reader)
    {
        var count = reader.Number((0, 0), (1, 0), (2, 4), (1, 12));
        for (var channel = 0; channel < count && !reader.IsSpent; channel++)
        {
            var isPlainAlpha = reader.Bool();
            if (!isPlainAlpha)
            {
                SkipExtraChannel(ref reader);
            }
        }
    }

    private static void SkipExtraChannel(ref BitReader reader)
    {
        const uint alpha = 0, spotColour = 2, colourFilter = 5;
        var kind = reader.Enumerated();
        SkipBitDepth(ref reader);
        reader.Number((0, 0), (3, 0), (4, 0), (1, 3));
        var nameLength = reader.Number((0, 0), (0, 4), (16, 5), (48, 10));
        for (var letter = 0; letter < nameLength; letter++)
        {
            reader.Bits(8);
        }

        switch (kind)
        {
            case alpha:
                reader.Bool();
                break;
            case spotColour:
                reader.Bits(32);
                reader.Bits(32);
                break;
            case colourFilter:
                reader.Number((1, 0), (0, 2), (3, 4), (19, 8));
                break;
        }
    }
}
