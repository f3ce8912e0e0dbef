using System.Text;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json.Index;

/// <summary>What is in the catalogue and where in the log: about 170 bytes of memory an image. Not safe for threads; its owner locks.</summary>
internal sealed class CatalogIndex
{
    private readonly IndexRows _rows;
    private readonly SlotTable _sources;
    private readonly ScopedListing _shown;
    private readonly ScopedListing _trashed;

    /// <param name="rows">Filled from the log, and this index's own from here on.</param>
    public CatalogIndex(IndexRows rows)
    {
        _rows = rows;
        _sources = new SlotTable(slot => rows[slot].Fingerprint);
        _shown = new ScopedListing(rows, RowState.Shown);
        _trashed = new ScopedListing(rows, RowState.Trashed);
        foreach (var slot in rows.Slots((in row) => row.State == RowState.Shown))
        {
            _sources.Add(slot);
        }
    }

    public int Count => _rows.Count;

    /// <summary>How many bytes of the log hold what is current.</summary>
    public long LiveBytes => _rows.LiveBytes;

    public LogPlace? Find(ImageId id) => _rows.TryFind(id, out var slot) ? _rows[slot].Place : null;

    /// <summary>The images of that owner, not in the trash, that may be made of that source; the log tells which are.</summary>
    public List<LogPlace> FindSource(AccountId? owner, ContentHash source)
    {
        var fingerprint = IndexFields.FingerprintOf(source);
        var places = new List<LogPlace>();
        foreach (var slot in _sources.Find(fingerprint))
        {
            if (_rows[slot].Fingerprint == fingerprint && _rows.IsOwnedBy(slot, owner))
            {
                places.Add(_rows[slot].Place);
            }
        }

        return places;
    }

    /// <summary>The images, not in the trash, that may have that old name; the log tells which have it.</summary>
    public List<LogPlace> FindOldName(string oldName) =>
        [.. _rows.FindOldName(oldName).Where(slot => _rows[slot].State == RowState.Shown).Select(slot => _rows[slot].Place)];

    public void Put(in IndexFields fields, LogPlace place)
    {
        if (_rows.TryFind(fields.Id, out var before))
        {
            TakeOut(before);
        }

        var slot = _rows.Put(fields, place);
        ListingOf(slot).Insert(slot);
        if (_rows[slot].State == RowState.Shown)
        {
            _sources.Add(slot);
        }
    }

    public void Remove(ImageId id)
    {
        if (!_rows.TryFind(id, out var slot))
        {
            return;
        }

        TakeOut(slot);
        _rows.Remove(slot);
    }

    public IndexPage Page(CatalogQuery query)
    {
        var listing = query.Trashed ? _trashed : _shown;
        var scope = new RowScope(_rows, query.Trashed ? RowState.Trashed : RowState.Shown, query.Scope);
        var hits = FindNames(query.NamePart, scope);
        var total = hits?.Count ?? listing.Count(scope);
        var places = new List<LogPlace>(Math.Min(query.Limit, total));
        if (total == 0)
        {
            return new IndexPage(places, HasMore: false, 0);
        }

        foreach (var slot in listing.Walk(scope, query.Sort, query.After))
        {
            if (hits is not null && !hits.Contains(slot))
            {
                continue;
            }

            if (places.Count == query.Limit)
            {
                return new IndexPage(places, HasMore: true, total);
            }

            places.Add(_rows[slot].Place);
        }

        return new IndexPage(places, HasMore: false, total);
    }

    /// <summary>How many images there are of each month, those in the trash not counted, the newest first.</summary>
    public List<(DateOnly Month, long Count)> Months(CatalogScope whose, string? namePart)
    {
        var scope = new RowScope(_rows, RowState.Shown, whose);
        var hits = FindNames(namePart, scope);
        var tally = new MonthTally();
        for (var slot = 0; slot < _rows.SlotLimit; slot++)
        {
            ref var row = ref _rows[slot];
            if (hits is null ? scope.Contains(row) : hits.Contains(slot))
            {
                tally.Add(row.Created);
            }
        }

        return tally.NewestFirst();
    }

    /// <summary>What there is of an owner, in the trash or not.</summary>
    public ImageUsage Usage(AccountId owner) => _rows.Usage(owner);

    public ImageTotals Totals() => _rows.Tally.Totals;

    /// <summary>How many images there are of each day, in the trash or not.</summary>
    public List<DayCount> Days(DateOnly first, DateOnly last)
    {
        var days = new List<DayCount>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            days.Add(new DayCount(day, _rows.Tally.CountOf(day)));
        }

        return days;
    }

    /// <summary>The offsets of all lines that hold what is current, ascending.</summary>
    public long[] LiveOffsets()
    {
        var offsets = new List<long>(_rows.Count);
        for (var slot = 0; slot < _rows.SlotLimit; slot++)
        {
            if (_rows[slot].State != RowState.Free)
            {
                offsets.Add(_rows[slot].Offset);
            }
        }

        offsets.Sort();
        return [.. offsets];
    }

    /// <summary>Says of every image where its line is in a new log.</summary>
    public void MoveAll(Func<long, LogPlace> newPlaceOf)
    {
        for (var slot = 0; slot < _rows.SlotLimit; slot++)
        {
            if (_rows[slot].State != RowState.Free)
            {
                _rows.Move(slot, newPlaceOf(_rows[slot].Offset));
            }
        }
    }

    // Null where any name will do.
    private SlotSet? FindNames(string? namePart, RowScope scope)
    {
        var part = Encoding.UTF8.GetBytes(SearchText.Fold(namePart ?? ""));
        return part.Length == 0 ? null : _rows.FindNames(part, scope);
    }

    private void TakeOut(int slot)
    {
        ListingOf(slot).Remove(slot);
        if (_rows[slot].State == RowState.Shown)
        {
            _sources.Remove(slot);
        }
    }

    private ScopedListing ListingOf(int slot) => _rows[slot].State == RowState.Trashed ? _trashed : _shown;
}
