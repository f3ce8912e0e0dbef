using System.Text;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json.Index;

/// <summary>What is in the catalogue and where in the log: about 150 bytes of memory an image. Not safe for threads; its owner locks.</summary>
internal sealed class CatalogIndex
{
    private readonly IndexRows rows;
    private readonly SlotTable sources;
    private readonly Listing shown;
    private readonly Listing trashed;

    /// <param name="rows">Filled from the log, and this index's own from here on.</param>
    public CatalogIndex(IndexRows rows)
    {
        this.rows = rows;
        sources = new SlotTable(slot => rows[slot].Fingerprint);
        shown = new Listing(rows, RowState.Shown);
        trashed = new Listing(rows, RowState.Trashed);
        foreach (var slot in rows.Slots(RowState.Shown))
            sources.Add(slot);
    }

    public int Count => rows.Count;

    /// <summary>How many bytes of the log hold what is current.</summary>
    public long LiveBytes => rows.LiveBytes;

    public LogPlace? Find(ImageId id) => rows.TryFind(id, out var slot) ? rows[slot].Place : null;

    /// <summary>The images of that owner, not in the trash, that may be made of that source; the log tells which are.</summary>
    public List<LogPlace> FindSource(AccountId? owner, ContentHash source)
    {
        var fingerprint = IndexFields.FingerprintOf(source);
        var places = new List<LogPlace>();
        foreach (var slot in sources.Find(fingerprint))
        {
            if (rows[slot].Fingerprint == fingerprint && rows.IsOwnedBy(slot, owner))
                places.Add(rows[slot].Place);
        }

        return places;
    }

    public void Put(in IndexFields fields, LogPlace place)
    {
        if (rows.TryFind(fields.Id, out var before))
            TakeOut(before);
        var slot = rows.Put(fields, place);
        ListingOf(slot).Insert(slot);
        if (rows[slot].State == RowState.Shown)
            sources.Add(slot);
    }

    public void Remove(ImageId id)
    {
        if (!rows.TryFind(id, out var slot))
            return;
        TakeOut(slot);
        rows.Remove(slot);
    }

    public IndexPage Page(CatalogQuery query)
    {
        var listing = query.Trashed ? trashed : shown;
        var part = Encoding.UTF8.GetBytes(SearchText.Fold(query.NamePart ?? ""));
        var hits = part.Length == 0 ? null : rows.FindNames(part, query.Trashed ? RowState.Trashed : RowState.Shown);
        var total = hits?.Count ?? listing.Count;
        var places = new List<LogPlace>(Math.Min(query.Limit, total));
        if (total == 0)
            return new IndexPage(places, HasMore: false, 0);
        foreach (var slot in listing.Walk(query.Sort, query.After))
        {
            if (hits is not null && !hits.Contains(slot))
                continue;
            if (places.Count == query.Limit)
                return new IndexPage(places, HasMore: true, total);
            places.Add(rows[slot].Place);
        }

        return new IndexPage(places, HasMore: false, total);
    }

    /// <summary>The offsets of all lines that hold what is current, ascending.</summary>
    public long[] LiveOffsets()
    {
        var offsets = new List<long>(rows.Count);
        for (var slot = 0; slot < rows.SlotLimit; slot++)
        {
            if (rows[slot].State != RowState.Free)
                offsets.Add(rows[slot].Offset);
        }

        offsets.Sort();
        return [.. offsets];
    }

    /// <summary>Says of every image where its line is in a new log.</summary>
    public void MoveAll(Func<long, LogPlace> newPlaceOf)
    {
        for (var slot = 0; slot < rows.SlotLimit; slot++)
        {
            if (rows[slot].State != RowState.Free)
                rows.Move(slot, newPlaceOf(rows[slot].Offset));
        }
    }

    private void TakeOut(int slot)
    {
        ListingOf(slot).Remove(slot);
        if (rows[slot].State == RowState.Shown)
            sources.Remove(slot);
    }

    private Listing ListingOf(int slot) => rows[slot].State == RowState.Trashed ? trashed : shown;
}
