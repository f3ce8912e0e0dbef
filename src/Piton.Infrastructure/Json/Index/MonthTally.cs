namespace Piton.Infrastructure.Json.Index;

/// <summary>Counts images by the month they were added in. Those of one month mostly come together, and so cost a comparison each.</summary>
internal sealed class MonthTally
{
    private const int MonthsOfYear = 12;

    private readonly Dictionary<int, long> _counts = [];
    private int _month;
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
        return [.. _counts.OrderByDescending(pair => pair.Key).Select(pair => (FirstDay(pair.Key), pair.Value))];
    }

    private static DateOnly FirstDay(int month) => new(month / MonthsOfYear, (month % MonthsOfYear) + 1, 1);

    private void Turn(long created)
    {
        Close();
        var (date, _) = new DateTime(created);
        var (year, month, day) = date;
        _month = (year * MonthsOfYear) + month - 1;
        _start = created - (created % TimeSpan.TicksPerDay) - ((day - 1) * TimeSpan.TicksPerDay);
        _length = DateTime.DaysInMonth(year, month) * TimeSpan.TicksPerDay;
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
