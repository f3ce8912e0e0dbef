using Piton.Domain.Images;

namespace Piton.Infrastructure.Json.Index;

/// <summary>The images of one state in every order.</summary>
internal sealed class Listing
{
    private readonly SlotOrder _byCreated;
    private readonly SlotOrder _byName;
    private readonly SlotOrder _byBytes;

    public Listing(IndexRows rows, RowState state)
    {
        var slots = rows.Slots(state);
        Count = slots.Length;
        _byCreated = new SlotOrder(OrderKind.Created, rows, slots);
        _byName = new SlotOrder(OrderKind.Name, rows, slots);
        _byBytes = new SlotOrder(OrderKind.Bytes, rows, slots);
    }

    public int Count { get; private set; }

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
    public IEnumerable<int> Walk(ImageSort sort, CatalogCursor? after) => sort switch
    {
        ImageSort.Newest => _byCreated.Descending(after),
        ImageSort.Oldest => _byCreated.Ascending(after),
        ImageSort.Name => _byName.Ascending(after),
        ImageSort.NameDescending => _byName.Descending(after),
        ImageSort.Size => _byBytes.Descending(after),
    };
}
