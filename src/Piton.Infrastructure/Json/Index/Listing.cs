using Piton.Domain.Images;

namespace Piton.Infrastructure.Json.Index;

/// <summary>The images of one state in every order.</summary>
internal sealed class Listing
{
    private readonly SlotOrder byCreated;
    private readonly SlotOrder byName;
    private readonly SlotOrder byBytes;

    public Listing(IndexRows rows, RowState state)
    {
        var slots = rows.Slots(state);
        Count = slots.Length;
        byCreated = new SlotOrder(OrderKind.Created, rows, slots);
        byName = new SlotOrder(OrderKind.Name, rows, slots);
        byBytes = new SlotOrder(OrderKind.Bytes, rows, slots);
    }

    public int Count { get; private set; }

    public void Insert(int slot)
    {
        byCreated.Insert(slot);
        byName.Insert(slot);
        byBytes.Insert(slot);
        Count++;
    }

    /// <param name="slot">One that is listed, its row unchanged since.</param>
    public void Remove(int slot)
    {
        byCreated.Remove(slot);
        byName.Remove(slot);
        byBytes.Remove(slot);
        Count--;
    }

    /// <summary>The slots behind a cursor, or all, in that order.</summary>
    public IEnumerable<int> Walk(ImageSort sort, CatalogCursor? after) => sort switch
    {
        ImageSort.Newest => byCreated.Descending(after),
        ImageSort.Oldest => byCreated.Ascending(after),
        ImageSort.Name => byName.Ascending(after),
        ImageSort.NameDescending => byName.Descending(after),
        ImageSort.Size => byBytes.Descending(after),
    };
}
