namespace Piton.Infrastructure.Json.Index;

/// <summary>
/// Finds slots by a hash: an open-addressed table with linear probing that holds the slots alone (4 bytes each) and asks for their hashes.
/// Several slots may have the same hash.
/// </summary>
/// <param name="hashOf">The hash of a slot, which does not change while the slot is in the table.</param>
internal sealed class SlotTable(Func<int, ulong> hashOf)
{
    private const int Empty = -1;
    private const int SmallestSize = 16;

    private int[] _cells = NewCells(SmallestSize);

    public int Count { get; private set; }

    public void Add(int slot)
    {
        if ((Count + 1) * 4L > _cells.Length * 3L)
        {
            Grow();
        }

        Place(slot);
        Count++;
    }

    /// <exception cref="InvalidOperationException">The slot is not in the table.</exception>
    public void Remove(int slot)
    {
        var cell = Home(hashOf(slot));
        while (_cells[cell] != slot)
        {
            if (_cells[cell] == Empty)
            {
                throw new InvalidOperationException("The slot is not in the table.");
            }

            cell = Next(cell);
        }

        CloseGap(cell);
        Count--;
    }

    /// <summary>The slots that may have that hash; others may be among them.</summary>
    public Candidates Find(ulong hash) => new(this, Home(hash));

    // Moves back whatever a later search would not find behind the gap (Knuth, The Art of Computer Programming, 6.4, algorithm R).
    private void CloseGap(int gap)
    {
        for (var cell = Next(gap); _cells[cell] != Empty; cell = Next(cell))
        {
            var home = Home(hashOf(_cells[cell]));
            var reachesGap = gap <= cell ? home <= gap || home > cell : home <= gap && home > cell;
            if (reachesGap)
            {
                _cells[gap] = _cells[cell];
                gap = cell;
            }
        }

        _cells[gap] = Empty;
    }

    private void Grow()
    {
        var old = _cells;
        _cells = NewCells(old.Length * 2);
        foreach (var slot in old)
        {
            if (slot != Empty)
            {
                Place(slot);
            }
        }
    }

    private void Place(int slot)
    {
        var cell = Home(hashOf(slot));
        while (_cells[cell] != Empty)
        {
            cell = Next(cell);
        }

        _cells[cell] = slot;
    }

    // Fibonacci hashing: the product's high bits depend on all bits of the hash.
    private int Home(ulong hash) => (int)((hash * 0x9e37_79b9_7f4a_7c15) >> (64 - int.Log2(_cells.Length)));

    private int Next(int cell) => (cell + 1) & (_cells.Length - 1);

    private static int[] NewCells(int size)
    {
        var cells = new int[size];
        Array.Fill(cells, Empty);
        return cells;
    }

    /// <summary>Walks the cells from a hash's own to the first empty one.</summary>
    public struct Candidates(SlotTable table, int cell)
    {
        public readonly int Current => _current;

        private int _current = Empty;

        public readonly Candidates GetEnumerator() => this;

        public bool MoveNext()
        {
            _current = table._cells[cell];
            cell = table.Next(cell);
            return _current != Empty;
        }
    }
}
