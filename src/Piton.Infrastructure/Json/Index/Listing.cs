using Piton.Domain.Images;

namespace Piton.Infrastructure.Json.Index;

/// <summary>Some images in every order.</summary>
internal sealed class Listing
{
    private readonly SlotOrder _byCreated;
    private readonly SlotOrder _byName;
    private readonly SlotOrder _byBytes;

    /// <param name="rows">The rows of the images.</param>
    /// <param name="slots">What it begins with, in no order; sorted in place.</param>
    public Listing(IndexRows rows, int[] slots)
    {
        Count = slots.Length;
        _byCreated = new SlotOrder(OrderKind.Created, rows, slots);
        _byName = new SlotOrder(OrderKind.Name, rows, slots);
        _byBytes = new SlotOrder(OrderKind.Bytes, rows, slots);
    }

    public int Count { get; private set; }

    public static (OrderKind Kind, bool IsDescending) OrderOf(ImageSort sort) => sort switch
    {
        ImageSort.Newest => (OrderKind.Created, true),
        ImageSort.Oldest => (OrderKind.Created, false),
        ImageSort.Name => (OrderKind.Name, false),
        ImageSort.NameDescending => (OrderKind.Name, true),
        ImageSort.Size => (OrderKind.Bytes, true),
    };

    public void Insert(int slot)
    {
        _byCreated.Insert(slot);
        _byName.Insert(slot);
        _byBytes.Insert(slot);
        Count++;
    }

    /// <param name="slot">One that is listed, its row unchanged since.</param>
    public void Remove(int slot)
    {
        _byCreated.Remove(slot);
        _byName.Remove(slot);
        _byBytes.Remove(slot);
        Count--;
    }

    /// <summary>The slots behind a cursor, or all, in that order.</summary>
    public IEnumerable<int> Walk(ImageSort sort, CatalogCursor? after)
    {
        var (kind, isDescending) = OrderOf(sort);
        var order = kind switch
        {
            OrderKind.Created => _byCreated,
            OrderKind.Name => _byName,
            OrderKind.Bytes => _byBytes,
        };
        return isDescending ? order.Descending(after) : order.Ascending(after);
    }
}
