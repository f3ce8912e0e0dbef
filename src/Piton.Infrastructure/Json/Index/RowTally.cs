using System.Runtime.InteropServices;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Json.Index;

/// <summary>Sums over the rows of the index, kept up as each comes and goes, so that nobody has to walk them all.</summary>
internal sealed class RowTally
{
    private readonly long[] _shown = new long[Enum.GetValues<Visibility>().Length];
    private readonly Dictionary<int, long> _days = [];
    private long _trashed;
    private long _source;
    private long _full;
    private long _stored;

    public ImageTotals Totals => new(
        _shown[(int)Visibility.Public], _shown[(int)Visibility.Unlisted], _shown[(int)Visibility.Private], _trashed, _source, _full, _stored);

    /// <param name="row">One that has an image.</param>
    /// <param name="sign">1 where it comes, -1 where it goes.</param>
    public void Add(in IndexRow row, int sign)
    {
        ref var count = ref row.State == RowState.Trashed ? ref _trashed : ref _shown[(int)row.Visibility];
        count += sign;
        _source += sign * row.Source;
        _full += sign * row.Bytes;
        _stored += sign * row.Stored;
        CollectionsMarshal.GetValueRefOrAddDefault(_days, DayOf(row.Created), out _) += sign;
    }

    /// <summary>How many rows were added on a day.</summary>
    public long CountOf(DateOnly day) => _days.GetValueOrDefault(day.DayNumber);

    private static int DayOf(long created) => (int)(created / TimeSpan.TicksPerDay);
}
