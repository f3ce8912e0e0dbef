using System.Buffers;

namespace Piton.Infrastructure.Json.Log;

/// <summary>The lines of one group commit, in the making. Used again and again.</summary>
internal sealed class LogGroup
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 16);
    private byte[] _openBody = [];
    private int _openLength = -1;

    /// <summary>The bytes of the lines that are closed; all of them after <see cref="Seal"/>.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.WrittenSpan;

    public int Lines { get; private set; }

    private long FirstSequence { get; set; }

    public void Start(long sequence)
    {
        _buffer.ResetWrittenCount();
        _openLength = -1;
        Lines = 0;
        FirstSequence = sequence;
    }

    /// <summary>Adds a line.</summary>
    /// <returns>Where in the group it begins, in bytes.</returns>
    /// <exception cref="ArgumentException">The line is too long.</exception>
    public int Add(ReadOnlySpan<byte> body)
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
        return _buffer.WrittenCount;
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
        _buffer.Advance(LogLine.Write(destination, FirstSequence + Lines, _openBody.AsSpan(0, _openLength), endsGroup));
        _openLength = -1;
        Lines++;
    }
}
