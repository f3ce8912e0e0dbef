namespace Piton.Infrastructure.Magick;

/// <summary>Reads the fields of a JPEG XL header (ISO/IEC 18181-1, annex B): the lowest bit of each byte first. Behind the end all bits are 0.</summary>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>Whether it was asked for more than there was.</summary>
    public readonly bool IsSpent => _at > _bytes.Length * 8;

    public bool Bool() => Bits(1) == 1;

    /// <param name="count">0 to 32.</param>
    public uint Bits(int count)
    {
        uint value = 0;
        for (var bit = 0; bit < count; bit++, _at++)
        {
            if (_at < _bytes.Length * 8)
            {
                value |= (uint)(_bytes[_at / 8] >> (_at % 8) & 1) << bit;
            }
        }

        return value;
    }

    /// <summary>A number in one of four codings, each a count of bits and what is added to them.</summary>
    public uint Number((uint Base, int Bits) first, (uint Base, int Bits) second, (uint Base, int Bits) third, (uint Base, int Bits) fourth)
    {
        var (start, bits) = Bits(2) switch
        {
            0 => first,
            1 => second,
            2 => third,
            _ => fourth,
        };
        return start + Bits(bits);
    }

    public uint Enumerated() => Number((0, 0), (1, 0), (2, 4), (18, 6));
}
