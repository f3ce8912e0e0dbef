namespace Piton.Infrastructure.Vips.Encoding;

/// <summary>Counts, over some rows of a picture, colours and how alike neighbours are.</summary>
/// <param name="width">Pixels in a row.</param>
/// <param name="bands">Samples of 8 bits in a pixel, 1 to 4.</param>
/// <param name="maxColours">Colours beyond this many are not told apart.</param>
internal sealed class PixelSample(int width, int bands, int maxColours)
{
    private const int NearDistance = 8;
    private const int ColourBands = 3;

    private readonly HashSet<uint> _colours = [];

    /// <summary>How many colours there are; one more than is asked for where there are more.</summary>
    public int Colours => _colours.Count;

    /// <summary>Whether no pixel has a colour.</summary>
    public bool IsGrey { get; private set; } = true;

    /// <summary>How many neighbours were compared.</summary>
    public long Pairs { get; private set; }

    /// <summary>How many of them are the same.</summary>
    public long Flat { get; private set; }

    /// <summary>How many are not, but no sample of one is further than 8 from that of the other.</summary>
    public long Near { get; private set; }

    /// <param name="rows">Whole rows, one below the other; each but the last is compared with the next as well.</param>
    public void Add(ReadOnlySpan<byte> rows)
    {
        var stride = width * bands;
        for (var at = 0; at < rows.Length; at += bands)
        {
            var pixel = rows.Slice(at, bands);
            Count(pixel);
            if ((at + bands) % stride != 0)
            {
                Compare(pixel, rows.Slice(at + bands, bands));
            }

            if (at + stride < rows.Length)
            {
                Compare(pixel, rows.Slice(at + stride, bands));
            }
        }
    }

    private void Count(ReadOnlySpan<byte> pixel)
    {
        IsGrey = IsGrey && (pixel.Length < ColourBands || pixel[0] == pixel[1] && pixel[1] == pixel[2]);
        if (_colours.Count > maxColours)
        {
            return;
        }

        uint colour = 0;
        foreach (var value in pixel)
        {
            colour = colour << 8 | value;
        }

        _colours.Add(colour);
    }

    private void Compare(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var distance = 0;
        for (var band = 0; band < one.Length; band++)
        {
            distance = Math.Max(distance, Math.Abs(one[band] - other[band]));
        }

        Pairs++;
        Flat += distance == 0 ? 1 : 0;
        Near += distance is > 0 and <= NearDistance ? 1 : 0;
    }
}
