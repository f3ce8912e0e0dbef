using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Json.Log;

/// <summary>
/// Room that a log keeps for itself in a file beside it, so that a full disk can be relieved: to remove something a log needs a line, too.
/// Used by the log's writer alone.
/// </summary>
internal sealed class LogReserve(ILogDisk disk, string path)
{
    // Some hundred images moved to the trash, or some thousand removed from it.
    private const int Length = 256 * 1024;

    private bool _isHeld;

    /// <summary>Takes the room where it is not held; does nothing on a full disk.</summary>
    /// <exception cref="IOException">The disk failed in another way.</exception>
    public void Take()
    {
        if (_isHeld)
        {
            return;
        }

        try
        {
            using var file = disk.Open(path);
            if (file.Length != Length)
            {
                file.Write(new byte[Length], 0);
            }

            _isHeld = true;
        }
        catch (IOException exception) when (exception.IsFull())
        {
            disk.Delete(path);
        }
    }

    /// <summary>Gives the room back to the disk.</summary>
    /// <returns>Whether there was any to give.</returns>
    public bool Release()
    {
        if (!_isHeld)
        {
            return false;
        }

        disk.Delete(path);
        _isHeld = false;
        return true;
    }
}
