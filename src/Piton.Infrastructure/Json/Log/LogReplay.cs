using System.Text.Json;
using Piton.Domain.Library;

namespace Piton.Infrastructure.Json.Log;

/// <summary>Reads a log from its start and hands out the lines of every group that is complete.</summary>
internal sealed class LogReplay(ILogFile file, string path, LogKind kind)
{
    private readonly LogScanner scanner = new(file, 0, file.Length);
    private readonly List<LogPlace> open = [];
    private long groupStart;
    private long groupLine = 2;
    private long sequence = 1;

    /// <param name="line">A line whose checksum is right and whose group is complete.</param>
    /// <param name="place">Where it is.</param>
    /// <exception cref="JsonException">The line is malformed.</exception>
    /// <exception cref="FormatException">The line is malformed.</exception>
    public delegate void Visitor(LogLine line, LogPlace place);

    /// <summary>Where the last complete group ends; what is behind it was torn by a power cut.</summary>
    /// <exception cref="LibraryException">The log is damaged.</exception>
    public LogEnd Run(Visitor visit)
    {
        ReadHeader();
        while (true)
        {
            var start = scanner.Position;
            if (!scanner.TryReadLine(out var content, out var hasBreak))
                return new LogEnd(groupStart, sequence);
            if (!hasBreak || !LogLine.TryRead(content, out var line, out _))
                return ExamineRest();
            if (line.Sequence != sequence + open.Count)
                throw Damage(groupLine + open.Count, $"it has the number {line.Sequence} where {sequence + open.Count} is due");
            open.Add(new LogPlace(start, content.Length));
            if (line.EndsGroup)
                EndGroup(line, visit);
        }
    }

    private void ReadHeader()
    {
        scanner.TryReadLine(out var content, out var hasBreak);
        if ((hasBreak ? LogHeader.FindFlaw(content, kind.Name) : "the header is damaged") is { } flaw)
            throw Damage(1, flaw);
        MoveOn();
    }

    private void EndGroup(LogLine last, Visitor visit)
    {
        for (var i = 0; i < open.Count; i++)
        {
            var place = open[i];
            if (i == open.Count - 1)
                Visit(last, place, i, visit);
            else if (LogLine.TryRead(scanner.Kept(place.Offset, place.Length), out var line, out _))
                Visit(line, place, i, visit);
        }

        sequence += open.Count;
        groupLine += open.Count;
        open.Clear();
        MoveOn();
    }

    private void Visit(LogLine line, LogPlace place, int index, Visitor visit)
    {
        try
        {
            visit(line, place);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw Damage(groupLine + index, $"it is malformed ({exception.Message.TrimEnd('.')})");
        }
    }

    private void MoveOn()
    {
        groupStart = scanner.Position;
        scanner.LetGo(groupStart);
    }

    private LogEnd ExamineRest()
    {
        // What is longer than a group was not torn by the last write; the head of it will tell what is wrong.
        var rest = new byte[Math.Min(file.Length - groupStart, LogLine.MaxGroupLength)];
        file.Read(rest, groupStart);
        var damage = TornGroup.FindDamage(rest, groupStart, groupLine);
        if (damage is null && groupStart + rest.Length < file.Length)
            damage = new LogDamage(groupLine + open.Count, "it is damaged");
        return damage is null ? new LogEnd(groupStart, sequence) : throw Damage(damage.Line, damage.Flaw);
    }

    private LibraryException Damage(long line, string flaw) =>
        new($"{path} is damaged at line {line}: {flaw}. Nothing was changed. {kind.Advice}");
}
