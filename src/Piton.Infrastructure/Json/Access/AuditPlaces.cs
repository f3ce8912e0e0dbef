namespace Piton.Infrastructure.Json.Access;

/// <summary>Where the lines of the audit log are, as it is at one moment.</summary>
/// <param name="Offsets">Where each begins, in bytes; more than there are lines. What is there is never changed.</param>
/// <param name="Count">How many lines there are.</param>
/// <param name="End">Where the last one ends.</param>
internal sealed record AuditPlaces(long[] Offsets, int Count, long End)
{
    /// <summary>With more lines behind those that are there. Only the newest of all is to be given more.</summary>
    public AuditPlaces Add(IReadOnlyCollection<long> offsets, long end)
    {
        var all = Offsets;
        if (all.Length < Count + offsets.Count)
        {
            all = new long[Math.Max(all.Length * 2, Count + offsets.Count)];
            Offsets.AsSpan(0, Count).CopyTo(all);
        }

        var at = Count;
        foreach (var offset in offsets)
        {
            all[at++] = offset;
        }

        return new AuditPlaces(all, at, end);
    }

    /// <summary>Where a line begins, or where the last one ends.</summary>
    public long OffsetOf(int line) => line < Count ? Offsets[line] : End;
}
