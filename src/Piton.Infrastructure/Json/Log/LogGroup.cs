using System.Buffers;

namespace Piton.Infrastructure.Json.Log;

/// <summary>The lines of one group commit, in the making. Used again and again.</summary>
internal sealed class LogGroup
{
    // As many images as somebody can choose at once go to disk together.
    private const int MostLines = 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 16);
    private readonly List<int> _starts = [];
    private byte[] _openBody = [];
    private int _openLength = -1;

    /// <summary>The bytes of the lines that are closed; all of them after <see cref="Seal"/>.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.WrittenSpan;

    public int Lines => _starts.Count;

    /// <summary>Whether one more line surely fits, or several that are short.</summary>
    public bool HasRoom => Lines < MostLines && _buffer.WrittenCount < LogLine.MaxGroupLength - (2 * LogLine.MaxLength);

    private long FirstSequence { get; set; }

    public void Start(long sequence)
    {
        _buffer.ResetWrittenCount();
        _openLength = -1;
        _starts.Clear();
        FirstSequence = sequence;
    }

    /// <summary>Adds a line.</summary>
    /// <exception cref="ArgumentException">The line is too long.</exception>
    public void Add(ReadOnlySpan<byte> body)
    {
        if (body.Length > LogLine.MaxLength - LogLine.Overhead)
        {
            throw new ArgumentException($"A line of the log has at most {LogLine.MaxLength} bytes.", nameof(body));
        }

        CloseLine(endsGroup: false);
        if (_openBody.Length < body.Length)
        {
            _openBody = new byte[body.Length * 2];
        }

        body.CopyTo(_openBody);
        _openLength = body.Length;
        _starts.Add(_buffer.WrittenCount);
    }

    /// <summary>Where a line of the group is once the group is written. Good after <see cref="Seal"/>.</summary>
    /// <param name="line">Counted from 0.</param>
    /// <param name="offset">Where in the file the group begins.</param>
    public LogPlace PlaceOf(int line, long offset)
    {
        var end = line + 1 < Lines ? _starts[line + 1] : _buffer.WrittenCount;
        return new LogPlace(offset + _starts[line], end - _starts[line] - 1);
    }

    /// <summary>Marks the last line as the group's end.</summary>
    public void Seal() => CloseLine(endsGroup: true);

    // Only the next line, or its lack, tells whether a line is the last of its group.
    private void CloseLine(bool endsGroup)
    {
        if (_openLength < 0)
        {
            return;
        }

        var destination = _buffer.GetSpan(_openLength + LogLine.Overhead);
        _buffer.Advance(LogLine.Write(destination, FirstSequence + Lines - 1, _openBody.AsSpan(0, _openLength), endsGroup));
        _openLength = -1;
    }
}
