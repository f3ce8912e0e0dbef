using Piton.Domain.Images;

namespace Piton.Infrastructure.Json.Index;

/// <summary>Slots in one order, in chunks: finding, inserting and removing cost the same at a thousand and at a million, nearly.</summary>
internal sealed class SlotOrder
{
    private const int ChunkLength = 1024;
    private const int ShortestChunk = 4;

    private readonly OrderKind _kind;
    private readonly IndexRows _rows;
    private readonly List<Chunk> _chunks = [];

    /// <param name="kind">The order.</param>
    /// <param name="rows">The rows that the slots belong to.</param>
    /// <param name="slots">What it begins with, in no order; sorted in place.</param>
    public SlotOrder(OrderKind kind, IndexRows rows, int[] slots)
    {
        _kind = kind;
        _rows = rows;
        new SlotSorter(kind, rows).Sort(slots);
        foreach (var part in slots.Chunk(ChunkLength))
        {
            _chunks.Add(new Chunk(part));
        }
    }

    public void Insert(int slot)
    {
        var (number, at) = Bound(KeyOf(slot), behindEqual: true);
        if (number == _chunks.Count)
        {
            _chunks.Add(new Chunk([]));
        }

        if (_chunks[number].Count == ChunkLength)
        {
            // Dates come in order: a chunk that is full at the end stays full, and a new one begins.
            var keep = number == _chunks.Count - 1 && at == ChunkLength ? ChunkLength : ChunkLength / 2;
            _chunks.Insert(number + 1, _chunks[number].SplitAt(keep));
            (number, at) = at > keep || keep == ChunkLength ? (number + 1, at - keep) : (number, at);
        }

        _chunks[number].Insert(at, slot);
    }

    /// <param name="slot">One that is in the order, its row unchanged since.</param>
    public void Remove(int slot)
    {
        var (number, at) = Normalize(Bound(KeyOf(slot), behindEqual: false));
        if (number == _chunks.Count || _chunks[number].Slots[at] != slot)
        {
            throw new InvalidOperationException("The slot is not where its key says.");
        }

        _chunks[number].RemoveAt(at);
        if (_chunks[number].Count == 0)
        {
            _chunks.RemoveAt(number);
        }
    }

    /// <summary>The slots from the first or from behind a cursor on, ascending.</summary>
    public IEnumerable<int> Ascending(CatalogCursor? after)
    {
        var (number, at) = after is null ? (0, 0) : Bound(KeyOf(after), behindEqual: true);
        for (; number < _chunks.Count; number++, at = 0)
        {
            for (; at < _chunks[number].Count; at++)
            {
                yield return _chunks[number].Slots[at];
            }
        }
    }

    /// <summary>The slots from the last or from before a cursor on, descending.</summary>
    public IEnumerable<int> Descending(CatalogCursor? after)
    {
        var (number, at) = after is null ? (_chunks.Count, 0) : Bound(KeyOf(after), behindEqual: false);
        while (true)
        {
            while (--at >= 0)
            {
                yield return _chunks[number].Slots[at];
            }

            if (--number < 0)
            {
                yield break;
            }

            at = _chunks[number].Count;
        }
    }

    // The first place whose slot is not before the key; with behindEqual, the first whose slot is behind it.
    private (int Number, int At) Bound(in OrderKey key, bool behindEqual)
    {
        var (low, high) = (0, _chunks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (IsBefore(_chunks[middle].Slots[0], key, behindEqual))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        if (low == 0)
        {
            return (0, 0);
        }

        var chunk = _chunks[low - 1];
        var (from, to) = (1, chunk.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (IsBefore(chunk.Slots[middle], key, behindEqual))
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return (low - 1, from);
    }

    private (int Number, int At) Normalize((int Number, int At) place) =>
        place.Number < _chunks.Count && place.At == _chunks[place.Number].Count ? (place.Number + 1, 0) : place;

    private bool IsBefore(int slot, in OrderKey key, bool orEqual)
    {
        var order = KeyOf(slot).CompareTo(key);
        return orEqual ? order <= 0 : order < 0;
    }

    private OrderKey KeyOf(int slot) => OrderKey.Of(_rows, _kind, slot);

    private OrderKey KeyOf(CatalogCursor cursor) => _kind switch
    {
        OrderKind.Created or OrderKind.Bytes => new OrderKey([], cursor.Number, cursor.Id),
        OrderKind.Name => new OrderKey(System.Text.Encoding.UTF8.GetBytes(cursor.Text), 0, cursor.Id),
    };

    // It grows by doubling: tens of thousands of owners have a few hidden pictures each.
    private sealed class Chunk(int[] slots)
    {
        public int[] Slots { get; private set; } = slots;

        public int Count { get; private set; } = slots.Length;

        public void Insert(int at, int slot)
        {
            if (Count == Slots.Length)
            {
                var larger = new int[Math.Clamp(2 * Count, ShortestChunk, ChunkLength)];
                Array.Copy(Slots, larger, Count);
                Slots = larger;
            }

            Array.Copy(Slots, at, Slots, at + 1, Count - at);
            Slots[at] = slot;
            Count++;
        }

        public void RemoveAt(int at)
        {
            Count--;
            Array.Copy(Slots, at + 1, Slots, at, Count - at);
        }

        public Chunk SplitAt(int keep)
        {
            var rest = new Chunk(Slots[keep..Count]);
            Count = keep;
            return rest;
        }
    }
}
