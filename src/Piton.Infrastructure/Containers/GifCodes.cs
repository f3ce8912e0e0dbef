namespace Piton.Infrastructure.Containers;

/// <summary>Walks the LZW codes of a GIF frame (GIF89a, appendix F) without making pixels of them.</summary>
internal static class GifCodes
{
    private const int MaxBits = 12;
    private const int Nothing = -1;

    /// <summary>How many bytes the picture needs: up to the code that ends it, or the one that completes it.</summary>
    /// <param name="data">The codes, the blocks joined.</param>
    /// <param name="codeSize">Bits of a colour, as the frame says.</param>
    /// <param name="pixels">How many the frame has.</param>
    /// <param name="seen">Colours that are shown are marked here. A colour is new only where it stands alone, so only those are looked at.</param>
    /// <returns>Null where a code means nothing.</returns>
    public static int? Measure(ReadOnlySpan<byte> data, int codeSize, long pixels, bool[] seen)
    {
        if (codeSize is < 1 or > 8)
        {
            return null;
        }

        var (clear, end) = (1 << codeSize, (1 << codeSize) + 1);
        Span<int> lengths = stackalloc int[1 << MaxBits];
        lengths[..clear].Fill(1);
        var (bits, next, previous) = (codeSize + 1, end + 1, Nothing);
        long position = 0, made = 0;
        while (position + bits <= data.Length * 8L)
        {
            var code = Read(data, position, bits);
            if (made >= pixels && code != end)
            {
                return BytesOf(position);
            }

            position += bits;
            if (code == end)
            {
                return BytesOf(position);
            }

            if (code == clear)
            {
                (bits, next, previous) = (codeSize + 1, end + 1, Nothing);
                continue;
            }

            if (code > next || code >= clear && previous == Nothing)
            {
                return null;
            }

            if (code < clear)
            {
                seen[code] = true;
            }

            if (previous != Nothing && next < lengths.Length)
            {
                lengths[next] = lengths[previous] + 1;
                next++;
                bits += next == 1 << bits && bits < MaxBits ? 1 : 0;
            }

            made += lengths[code];
            previous = code;
        }

        return data.Length;
    }

    private static int BytesOf(long bits) => (int)((bits + 7) / 8);

    private static int Read(ReadOnlySpan<byte> data, long position, int bits)
    {
        var at = (int)(position / 8);
        var window = 0;
        for (var index = 0; index < 3 && at + index < data.Length; index++)
        {
            window |= data[at + index] << (8 * index);
        }

        return window >> (int)(position % 8) & ((1 << bits) - 1);
    }
}
