using System.Runtime.InteropServices;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Json.Index;

/// <summary>
/// The images of one state, listed for any <see cref="RowScope"/> at a cost that does not grow with those outside it: the public ones in
/// one listing, the hidden ones in one for each owner, and what a scope holds of several is merged. The public ones of an owner get a
/// listing once somebody asks for it.
/// </summary>
internal sealed class ScopedListing
{
    private readonly IndexRows _rows;
    private readonly RowState _state;
    private readonly Listing _public;
    private readonly Dictionary<int, Listing> _hidden = [];
    private readonly Dictionary<int, Listing> _publicOfOwner = [];
    private int _hiddenCount;

    public ScopedListing(IndexRows rows, RowState state)
    {
        (_rows, _state) = (rows, state);
        _public = new Listing(rows, rows.Slots((in row) => row.State == state && row.IsPublic));
        var hidden = rows.Slots((in row) => row.State == state && !row.IsPublic);
        _hiddenCount = hidden.Length;
        foreach (var ofOwner in hidden.GroupBy(slot => rows[slot].Owner))
        {
            _hidden.Add(ofOwner.Key, new Listing(rows, [.. ofOwner]));
        }
    }

    public void Insert(int slot)
    {
        var (owner, isPublic) = (_rows[slot].Owner, _rows[slot].IsPublic);
        if (!isPublic)
        {
            HiddenOf(owner).Insert(slot);
            _hiddenCount++;
            return;
        }

        _public.Insert(slot);
        if (FindPublicOf(owner) is { } listing)
        {
            listing.Insert(slot);
        }
    }

    /// <param name="slot">One that is listed, its row unchanged since.</param>
    public void Remove(int slot)
    {
        var (owner, isPublic) = (_rows[slot].Owner, _rows[slot].IsPublic);
        if (!isPublic)
        {
            var hidden = _hidden[owner];
            hidden.Remove(slot);
            if (hidden.Count == 0)
            {
                _hidden.Remove(owner);
            }

            _hiddenCount--;
            return;
        }

        _public.Remove(slot);
        FindPublicOf(owner)?.Remove(slot);
    }

    public int Count(RowScope scope) => scope.HasAllHidden
        ? _public.Count + _hiddenCount
        : Parts(scope).Sum(listing => listing.Count);

    /// <summary>The slots of a scope behind a cursor, or all, in that order.</summary>
    public IEnumerable<int> Walk(RowScope scope, ImageSort sort, CatalogCursor? after)
    {
        var parts = Parts(scope);
        return parts.Count == 1 ? parts[0].Walk(sort, after) : Merge(parts, sort, after);
    }

    private List<Listing> Parts(RowScope scope)
    {
        var parts = new List<Listing>();
        if (scope.HasPublic)
        {
            parts.Add(_public);
        }
        else if (scope.Owner != IndexRows.Nobody)
        {
            parts.Add(PublicOf(scope.Owner));
        }

        if (scope.HasAllHidden)
        {
            parts.AddRange(_hidden.Values);
        }
        else if (scope.Owner != IndexRows.Nobody && _hidden.TryGetValue(scope.Owner, out var hidden))
        {
            parts.Add(hidden);
        }

        return parts;
    }

    private IEnumerable<int> Merge(List<Listing> parts, ImageSort sort, CatalogCursor? after)
    {
        var queue = new PriorityQueue<IEnumerator<int>, int>(new SlotComparer(_rows, sort));
        foreach (var part in parts)
        {
            Enqueue(part.Walk(sort, after).GetEnumerator());
        }

        while (queue.TryDequeue(out var walk, out var slot))
        {
            yield return slot;
            Enqueue(walk);
        }

        void Enqueue(IEnumerator<int> walk)
        {
            if (walk.MoveNext())
            {
                queue.Enqueue(walk, walk.Current);
            }
        }
    }

    private Listing HiddenOf(int owner)
    {
        ref var listing = ref CollectionsMarshal.GetValueRefOrAddDefault(_hidden, owner, out _);
        return listing ??= new Listing(_rows, []);
    }

    // Readers make it side by side, which is why it is locked; the writer is alone.
    private Listing PublicOf(int owner)
    {
        lock (_publicOfOwner)
        {
            ref var listing = ref CollectionsMarshal.GetValueRefOrAddDefault(_publicOfOwner, owner, out _);
            return listing ??= new Listing(_rows, _rows.Slots((in row) => row.State == _state && row.IsPublic && row.Owner == owner));
        }
    }

    private Listing? FindPublicOf(int owner) => _publicOfOwner.GetValueOrDefault(owner);
}
