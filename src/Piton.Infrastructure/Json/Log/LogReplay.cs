using System.Text.Json;
using Piton.Domain.Library;

namespace Piton.Infrastructure.Json.Log;

/// <summary>Reads a log from its start and hands out the lines of every group that is complete.</summary>
internal sealed class LogReplay(ILogFile file, string path, LogKind kind)
{
    private readonly LogScanner _scanner = new(file, 0, file.Length);
    private readonly List<LogPlace> _open = [];
    private long _groupStart;
    private long _groupLine = 2;
    private long _sequence = 1;

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
            var start = _scanner.Position;
            if (!_scanner.TryReadLine(out var content, out var hasBreak))
            {
                return new LogEnd(_groupStart, _sequence);
            }

            if (!hasBreak || !LogLine.TryRead(content, out var line, out _))
            {
                return ExamineRest();
            }

            if (line.Sequence != _sequence + _open.Count)
            {
                throw Damage(_groupLine + _open.Count, $"it has the number {line.Sequence} where {_sequence + _open.Count} is due");
            }

            _open.Add(new LogPlace(start, content.Length));
            if (line.EndsGroup)
            {
                EndGroup(line, visit);
            }
        }
    }

    private void ReadHeader()
    {
        _scanner.TryReadLine(out var content, out var hasBreak);
        if ((hasBreak ? LogHeader.FindFlaw(content, kind.Name) : "the header is damaged") is { } flaw)
        {
            throw Damage(1, flaw);
        }

        MoveOn();
    }

    private void EndGroup(LogLine last, Visitor visit)
    {
        for (var i = 0; i < _open.Count; i++)
        {
            var place = _open[i];
            if (i == _open.Count - 1)
            {
                Visit(last, place, i, visit);
            }
            else if (LogLine.TryRead(_scanner.Kept(place.Offset, place.Length), out var line, out _))
            {
                Visit(line, place, i, visit);
            }
        }

        _sequence += _open.Count;
        _groupLine += _open.Count;
        _open.Clear();
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
            throw Damage(_groupLine + index, $"it is malformed ({exception.Message.TrimEnd('.')})");
        }
    }

    private void MoveOn()
    {
        _groupStart = _scanner.Position;
        _scanner.LetGo(_groupStart);
    }

    private LogEnd ExamineRest()
    {
        // What is longer than a group was not torn by the last write; the head of it will tell what is wrong.
        var rest = new byte[Math.Min(file.Length - _groupStart, LogLine.MaxGroupLength)];
        file.Read(rest, _groupStart);
        var damage = TornGroup.FindDamage(rest, _groupStart, _groupLine);
        if (damage is null && _groupStart + rest.Length < file.Length)
        {
            damage = new LogDamage(_groupLine + _open.Count, "it is damaged");
        }

        return damage is null ? new LogEnd(_groupStart, _sequence) : throw Damage(damage.Line, damage.Flaw);
    }

    private LibraryException Damage(long line, string flaw) =>
        new($"{path} is damaged at line {line}: {flaw}. Nothing was changed. {kind.Advice}");
}
