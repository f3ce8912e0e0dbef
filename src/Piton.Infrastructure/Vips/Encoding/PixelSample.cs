using System.Numerics;

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
    private readonly byte[] _distances = new byte[width * bands];

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

    /// <param name="row">One row.</param>
    /// <param name="below">The row below it.</param>
    public void Add(ReadOnlySpan<byte> row, ReadOnlySpan<byte> below)
    {
        Add(row);
        Add(below);
        Compare(row, below);
    }

    /// <param name="row">One row.</param>
    public void Add(ReadOnlySpan<byte> row)
    {
        CountColours(row);
        Compare(row[..^bands], row[bands..]);
    }

    private void CountColours(ReadOnlySpan<byte> row)
    {
        for (var at = 0; at < row.Length && (IsGrey || _colours.Count <= maxColours); at += bands)
        {
            var pixel = row.Slice(at, bands);
            IsGrey = IsGrey && (bands < ColourBands || pixel[0] == pixel[1] && pixel[1] == pixel[2]);
            if (_colours.Count > maxColours)
            {
                continue;
            }

            uint colour = 0;
            foreach (var value in pixel)
            {
                colour = colour << 8 | value;
            }

            _colours.Add(colour);
        }
    }

    /// <summary>Compares as many pixels with as many others.</summary>
    private void Compare(ReadOnlySpan<byte> ones, ReadOnlySpan<byte> others)
    {
        var distances = _distances.AsSpan(0, ones.Length);
        Subtract(ones, others, distances);
        int flat = 0, near = 0;
        for (var at = 0; at < distances.Length; at += bands)
        {
            var distance = distances[at];
            for (var band = 1; band < bands; band++)
            {
                distance = Math.Max(distance, distances[at + band]);
            }

            flat += distance == 0 ? 1 : 0;
            near += distance <= NearDistance ? 1 : 0;
        }

        Pairs += ones.Length / bands;
        Flat += flat;
        Near += near - flat;
    }

    private static void Subtract(ReadOnlySpan<byte> ones, ReadOnlySpan<byte> others, Span<byte> distances)
    {
        var at = 0;
        for (; at <= distances.Length - Vector<byte>.Count; at += Vector<byte>.Count)
        {
            var (one, other) = (new Vector<byte>(ones[at..]), new Vector<byte>(others[at..]));
            (Vector.Max(one, other) - Vector.Min(one, other)).CopyTo(distances[at..]);
        }

        for (; at < distances.Length; at++)
        {
            distances[at] = (byte)Math.Abs(ones[at] - others[at]);
        }
    }
}
