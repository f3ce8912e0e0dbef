using Piton.Domain.Images;

namespace Piton.Infrastructure.Json.Index;

/// <summary>A place in a <see cref="SlotOrder"/>, whether an image is there or not.</summary>
/// <param name="name">The folded name in UTF-8, whose byte order is code point order; empty in an order by number.</param>
/// <param name="number">Ticks or bytes; 0 in an order by name.</param>
/// <param name="id">Breaks ties.</param>
internal readonly ref struct OrderKey(ReadOnlySpan<byte> name, long number, ImageId id)
{
    private readonly ReadOnlySpan<byte> name = name;
    private readonly long number = number;
    private readonly ImageId id = id;

    public int CompareTo(in OrderKey other)
    {
        var result = number.CompareTo(other.number);
        if (result == 0)
            result = name.SequenceCompareTo(other.name);
        return result == 0 ? id.CompareTo(other.id) : result;
    }
}
