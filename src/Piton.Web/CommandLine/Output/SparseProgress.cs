using System.Diagnostics;

namespace Piton.Web.CommandLine.Output;

/// <summary>Lets through one in so many seconds, so that a log says how far it is and is not full of it.</summary>
internal sealed class SparseProgress
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(10);

    private long _last = Stopwatch.GetTimestamp();

    public bool IsDue()
    {
        var last = Interlocked.Read(ref _last);
        return Stopwatch.GetElapsedTime(last) >= Apart && Interlocked.CompareExchange(ref _last, Stopwatch.GetTimestamp(), last) == last;
    }
}
