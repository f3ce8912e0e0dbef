using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Json.Log;

/// <summary>
/// Room that a log keeps for itself in a file beside it, so that a full disk can be relieved: to remove something a log needs a line, too.
/// It is given up little by little, since others take what it gives up and the log does not need. Used by the log's writer alone.
/// </summary>
internal sealed class LogReserve(ILogDisk disk, string path)
{
    // Some hundred images moved to the trash, or some thousand removed from it.
    private const int Length = 256 * 1024;

    // A few blocks of most disks.
    private const int Step = 16 * 1024;

    private long _held;

    /// <summary>Takes what is missing of the room; does nothing on a full disk.</summary>
    /// <exception cref="IOException">The disk failed in another way.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is another user's.</exception>
    public void Take()
    {
        if (_held == Length)
        {
            return;
        }

        try
        {
            using var file = disk.Open(path);
            _held = Math.Min(file.Length, Length);
            Fill(file);
        }
        catch (IOException exception) when (exception.IsFull())
        {
            // Without room for one more file there is none to put by.
        }
    }

    /// <summary>Gives a step of the room back to the disk.</summary>
    /// <returns>Whether there was any to give.</returns>
    public bool GiveUp()
    {
        if (_held == 0)
        {
            return false;
        }

        using var file = disk.Open(path);
        _held = Math.Max(0, _held - Step);
        file.Truncate(_held);
        return true;
    }

    private void Fill(ILogFile file)
    {
        try
        {
            file.Write(new byte[Length - _held], _held);
            _held = Length;
        }
        catch (IOException exception) when (exception.IsFull())
        {
            file.Truncate(_held);
        }
    }
}
