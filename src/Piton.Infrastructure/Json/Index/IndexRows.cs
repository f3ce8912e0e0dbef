using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json.Index;

/// <summary>The rows of the index by slot and by id. A slot is a small number that a row keeps as long as its image is there.</summary>
internal sealed class IndexRows
{
    private const int ChunkShift = 12;
    private const int ChunkMask = (1 << ChunkShift) - 1;
    private const int NoOwner = -1;

    /// <summary>The number of an owner of whom there is no image.</summary>
    public const int Nobody = int.MaxValue;

    private readonly List<IndexRow[]> _chunks = [];
    private readonly Stack<int> _free = [];
    private readonly Dictionary<AccountId, int> _owners = [];
    private readonly List<ImageUsage> _usages = [];
    private readonly SlotTable _ids;
    private readonly OldNameTable _oldNames = new();
    private NamePool _names = new();
    private int _used;

    public IndexRows()
    {
        _ids = new SlotTable(slot => this[slot].IdLow);
    }

    /// <summary>How many rows have an image.</summary>
    public int Count => _ids.Count;

    /// <summary>One more than the highest slot there is.</summary>
    public int SlotLimit => _used;

    /// <summary>The sums over all rows.</summary>
    public RowTally Tally { get; } = new();

    /// <summary>How many bytes of the log hold what is current.</summary>
    public long LiveBytes { get; private set; }

    public ref IndexRow this[int slot] => ref _chunks[slot >> ChunkShift][slot & ChunkMask];

    public bool TryFind(ImageId id, out int slot)
    {
        foreach (var candidate in _ids.Find((ulong)id.Value))
        {
            if (this[candidate].Id == id)
            {
                slot = candidate;
                return true;
            }
        }

        slot = default;
        return false;
    }

    public ReadOnlySpan<byte> NameOf(int slot) => _names.Get(this[slot].Name);

    /// <summary>The slots whose images may have that old name.</summary>
    public IEnumerable<int> FindOldName(string oldName) => _oldNames.Find(IndexFields.FingerprintOf(oldName));

    /// <summary>Whether a row belongs to that owner.</summary>
    public bool IsOwnedBy(int slot, AccountId? owner) => this[slot].Owner == NumberOf(owner);

    /// <summary>The number of an owner in the rows, <see cref="Nobody"/> where none has it.</summary>
    public int NumberOf(AccountId? owner) => owner is { } account ? _owners.GetValueOrDefault(account, Nobody) : NoOwner;

    /// <summary>What there is of an owner.</summary>
    public ImageUsage Usage(AccountId owner) => _owners.TryGetValue(owner, out var number) ? _usages[number] : default;

    /// <summary>Fills a new row, or the one of the same image anew.</summary>
    public int Put(in IndexFields fields, LogPlace place)
    {
        if (TryFind(fields.Id, out var slot))
        {
            Forget(slot);
        }
        else
        {
            slot = AddRow(fields.Id);
        }

        ref var row = ref this[slot];
        row.Place = place;
        row.Created = fields.Created;
        row.Bytes = fields.Bytes;
        row.Fingerprint = fields.Fingerprint;
        row.Stored = fields.Stored;
        row.Owner = NumberOrNew(fields.Owner);
        row.State = fields.IsInTrash ? RowState.Trashed : RowState.Shown;
        row.Source = fields.Source;
        row.Visibility = fields.Visibility;
        Reckon(row, 1);
        row.Name = _names.Add(fields.FoldedName, slot);
        foreach (var oldName in fields.OldNames)
        {
            _oldNames.Add(oldName, slot);
        }

        LiveBytes += place.Length + 1;
        TidyNames();
        return slot;
    }

    public void Remove(int slot)
    {
        _ids.Remove(slot);
        Forget(slot);
        this[slot].State = RowState.Free;
        _free.Push(slot);
        TidyNames();
    }

    /// <summary>Says where an image's line is now.</summary>
    public void Move(int slot, LogPlace place)
    {
        LiveBytes += place.Length - this[slot].Length;
        this[slot].Place = place;
    }

    /// <summary>The rows in that scope whose name holds <paramref name="part"/>.</summary>
    /// <param name="part">At least one byte of folded UTF-8.</param>
    /// <param name="scope">Whose, and in which state.</param>
    public SlotSet FindNames(ReadOnlySpan<byte> part, RowScope scope)
    {
        var hits = new SlotSet(_used);
        _names.Find(part, (slot, chunk, start) =>
        {
            ref var row = ref this[slot];
            if (scope.Contains(row) && row.Name.Chunk == chunk && row.Name.Start == start)
            {
                hits.Add(slot);
            }
        });
        return hits;
    }

    /// <summary>The slots of the rows that a condition holds of, in no order.</summary>
    public int[] Slots(RowCondition condition)
    {
        var slots = new List<int>();
        for (var slot = 0; slot < _used; slot++)
        {
            if (condition(this[slot]))
            {
                slots.Add(slot);
            }
        }

        return [.. slots];
    }

    private int AddRow(ImageId id)
    {
        if (!_free.TryPop(out var slot))
        {
            slot = _used++;
            if (slot >> ChunkShift == _chunks.Count)
            {
                _chunks.Add(new IndexRow[1 << ChunkShift]);
            }
        }

        this[slot].Id = id;
        _ids.Add(slot);
        return slot;
    }

    private void Forget(int slot)
    {
        LiveBytes -= this[slot].Length + 1;
        Reckon(this[slot], -1);
        _names.Drop(this[slot].Name);
    }

    private void TidyNames()
    {
        if (!_names.IsMostlyDead)
        {
            return;
        }

        var tidy = new NamePool();
        for (var slot = 0; slot < _used; slot++)
        {
            ref var row = ref this[slot];
            if (row.State != RowState.Free)
            {
                row.Name = tidy.Add(_names.Get(row.Name), slot);
            }
        }

        _names = tidy;
    }

    private void Reckon(in IndexRow row, int sign)
    {
        Tally.Add(row, sign);
        if (row.Owner != NoOwner)
        {
            var usage = _usages[row.Owner];
            _usages[row.Owner] = new ImageUsage(usage.Images + sign, usage.StoredBytes + (sign * row.Stored));
        }
    }

    private int NumberOrNew(AccountId? owner)
    {
        if (owner is not { } account)
        {
            return NoOwner;
        }

        if (!_owners.TryGetValue(account, out var number))
        {
            number = _owners.Count;
            _owners.Add(account, number);
            _usages.Add(default);
        }

        return number;
    }
}
