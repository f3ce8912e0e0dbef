using Piton.Domain.Images;

namespace Piton.Infrastructure.Json.Index;

/// <summary>A place in a <see cref="SlotOrder"/>, whether an image is there or not.</summary>
/// <param name="name">The folded name in UTF-8, whose byte order is code point order; empty in an order by number.</param>
/// <param name="number">Ticks or bytes; 0 in an order by name.</param>
/// <param name="id">Breaks ties.</param>
internal readonly ref struct OrderKey(ReadOnlySpan<byte> name, long number, ImageId id)
{
    private readonly ReadOnlySpan<byte> _name = name;
    private readonly long _number = number;
    private readonly ImageId _id = id;

    /// <summary>Where the image of a slot is.</summary>
    public static OrderKey Of(IndexRows rows, OrderKind kind, int slot)
    {
        ref var row = ref rows[slot];
        return kind switch
        {
            OrderKind.Created => new OrderKey([], row.Created, row.Id),
            OrderKind.Name => new OrderKey(rows.NameOf(slot), 0, row.Id),
            OrderKind.Bytes => new OrderKey([], row.Bytes, row.Id),
        };
    }

    public int CompareTo(in OrderKey other)
    {
        var result = _number.CompareTo(other._number);
        if (result == 0)
        {
            result = _name.SequenceCompareTo(other._name);
        }

        return result == 0 ? _id.CompareTo(other._id) : result;
    }
}
