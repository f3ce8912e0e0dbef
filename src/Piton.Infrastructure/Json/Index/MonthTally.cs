namespace Piton.Infrastructure.Json.Index;

/// <summary>Counts images by the month they were added in. Those of one month mostly come together, and so cost a comparison each.</summary>
internal sealed class MonthTally
{
    private readonly Dictionary<DateOnly, long> _counts = [];
    private DateOnly _month;
    private long _start;
    private long _length;
    private long _count;

    /// <param name="created">In UTC ticks.</param>
    public void Add(long created)
    {
        if ((ulong)(created - _start) >= (ulong)_length)
        {
            Turn(created);
        }

        _count++;
    }

    /// <summary>The months that have any, the newest first.</summary>
    public List<(DateOnly Month, long Count)> NewestFirst()
    {
        Close();
        return [.. _counts.OrderByDescending(pair => pair.Key).Select(pair => (pair.Key, pair.Value))];
    }

    private void Turn(long created)
    {
        Close();
        var date = new DateTime(created, DateTimeKind.Utc);
        _month = new DateOnly(date.Year, date.Month, 1);
        _start = _month.ToDateTime(TimeOnly.MinValue).Ticks;
        _length = DateTime.DaysInMonth(date.Year, date.Month) * TimeSpan.TicksPerDay;
    }

    private void Close()
    {
        if (_count > 0)
        {
            _counts[_month] = _counts.GetValueOrDefault(_month) + _count;
            _count = 0;
        }
    }
}
