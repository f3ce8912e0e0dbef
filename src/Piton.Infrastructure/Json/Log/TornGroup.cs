namespace Piton.Infrastructure.Json.Log;

/// <summary>
/// Tells a last group that a power cut tore from damage. A tear leaves a file that ends early, or whole sectors that were never written
/// and read as zeros; it leaves no line that is complete and wrong, and nothing behind the group's end.
/// </summary>
internal static class TornGroup
{
    // The least that a disk writes at once.
    private const int Sector = 512;

    /// <summary>What shows that the rest of a log is damaged and not merely torn; null where it is torn.</summary>
    /// <param name="rest">All from the end of the last complete group to the end of the file.</param>
    /// <param name="offset">Where in the file <paramref name="rest"/> begins.</param>
    /// <param name="firstLine">The number of its first line.</param>
    public static LogDamage? FindDamage(ReadOnlySpan<byte> rest, long offset, long firstLine)
    {
        LogDamage? firstTear = null;
        var line = firstLine;
        for (var at = 0; at < rest.Length; line++)
        {
            var length = rest[at..].IndexOf(LogLine.Break);
            if (length < 0)
            {
                return EndsInWrongBreak(rest[at..]) ? new LogDamage(line, "its line break is damaged") : null;
            }

            var next = at + length + 1;
            if (!LogLine.TryRead(rest[at..(at + length)], out var read, out var flaw))
            {
                if (!HasLostSectors(rest, at..next, offset))
                {
                    return new LogDamage(line, flaw);
                }

                firstTear ??= new LogDamage(line, flaw);
            }
            else if (read.EndsGroup && next < rest.Length)
            {
                return firstTear ?? new LogDamage(line, "its group is not in sequence");
            }

            at = next;
        }

        return null;
    }

    private static bool EndsInWrongBreak(ReadOnlySpan<byte> tail) => LogLine.TryRead(tail[..^1], out _, out _);

    private static bool HasLostSectors(ReadOnlySpan<byte> rest, Range line, long offset)
    {
        var first = rest[line].IndexOf((byte)0);
        if (first < 0)
        {
            return false;
        }

        var at = line.Start.Value + first;
        var start = rest[..at].LastIndexOfAnyExcept((byte)0) + 1;
        var length = rest[at..].IndexOfAnyExcept((byte)0);
        var end = length < 0 ? rest.Length : at + length;
        return (start == 0 || (offset + start) % Sector == 0) && (end == rest.Length || (offset + end) % Sector == 0);
    }
}
