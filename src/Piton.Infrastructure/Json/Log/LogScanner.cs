namespace Piton.Infrastructure.Json.Log;

/// <summary>Reads a log forward, line by line, through a window that keeps what has not been let go of.</summary>
internal sealed class LogScanner(ILogFile file, long start, long end)
{
    private const int WindowLength = 1 << 20;

    private byte[] _window = new byte[Math.Clamp(end - start, 1, WindowLength)];
    private long _windowStart = start;
    private long _keepFrom = start;
    private int _filled;

    /// <summary>Where the next line begins.</summary>
    public long Position { get; private set; } = start;

    /// <summary>Moves behind the next line.</summary>
    /// <param name="content">Its bytes without the break; good until the next call.</param>
    /// <param name="hasBreak">False where the file ends, or <see cref="LogLine.MaxLength"/> is over, before a break comes.</param>
    /// <returns>False at the end of the file.</returns>
    public bool TryReadLine(out ReadOnlySpan<byte> content, out bool hasBreak)
    {
        var searched = 0;
        while (true)
        {
            var rest = _window.AsSpan(0, _filled)[(int)(Position - _windowStart)..];
            var length = rest[searched..].IndexOf(LogLine.Break) + searched;
            hasBreak = length >= searched;
            if (hasBreak || rest.Length >= LogLine.MaxLength || !Fill())
            {
                content = hasBreak ? rest[..length] : rest;
                Position += content.Length + (hasBreak ? 1 : 0);
                return content.Length > 0 || hasBreak;
            }

            searched = rest.Length;
        }
    }

    /// <summary>The bytes of a line that was read and not let go of.</summary>
    public ReadOnlySpan<byte> Kept(long offset, int length) => _window.AsSpan((int)(offset - _windowStart), length);

    /// <summary>Gives up what lies before an offset. Bytes move only when the window has to be filled.</summary>
    public void LetGo(long offset) => _keepFrom = offset;

    private bool Fill()
    {
        if (_windowStart + _filled >= end)
        {
            return false;
        }

        var dropped = (int)(_keepFrom - _windowStart);
        _window.AsSpan(dropped, _filled - dropped).CopyTo(_window);
        _windowStart = _keepFrom;
        _filled -= dropped;
        if (_filled == _window.Length)
        {
            Array.Resize(ref _window, _window.Length * 2);
        }

        var wanted = (int)Math.Min(_window.Length - _filled, end - _windowStart - _filled);
        var read = file.Read(_window.AsSpan(_filled, wanted), _windowStart + _filled);
        _filled += read;
        return read > 0;
    }
}
