using System.Collections.Concurrent;
using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Piton.Infrastructure.Magick;

/// <summary>A file that lies in memory and in no folder: ImageMagick reads HEIC from files alone, and a decoder may write none.</summary>
internal sealed partial class MemoryFile : IDisposable
{
    private const uint CloseOnExec = 1;
    private const int PieceLength = 128 * 1024;

    // A worker that is shut in can make no more of them, so those that were used wait here, empty.
    private static readonly ConcurrentBag<SafeFileHandle> Idle = [];

    private readonly SafeFileHandle _handle = Idle.TryTake(out var idle) ? idle : Make();
    private long _length;

    /// <summary>A path that leads to it, in this process, until it is disposed of.</summary>
    public string Path => $"/proc/self/fd/{_handle.DangerousGetHandle()}";

    /// <summary>Makes one for later, while this process still can.</summary>
    public static void Prepare() => Idle.Add(Make());

    /// <summary>Adds what a stream holds from where it stands.</summary>
    /// <param name="source">Left behind what was read.</param>
    /// <param name="length">How much of it, at most, in bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public void Append(Stream source, long length, CancellationToken cancellationToken)
    {
        var piece = new byte[Math.Min(length, PieceLength)];
        int read;
        while (length > 0 && (read = source.Read(piece, 0, (int)Math.Min(length, piece.Length))) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RandomAccess.Write(_handle, piece.AsSpan(0, read), _length);
            _length += read;
            length -= read;
        }
    }

    /// <summary>Its first bytes.</summary>
    /// <param name="length">How many, at most.</param>
    public byte[] Head(int length)
    {
        var head = new byte[Math.Min(length, _length)];
        var read = RandomAccess.Read(_handle, head, 0);
        return head[..read];
    }

    /// <summary>Forgets the content, so that no picture sees another's.</summary>
    public void Dispose()
    {
        RandomAccess.SetLength(_handle, 0);
        Idle.Add(_handle);
    }

    private static SafeFileHandle Make()
    {
        var handle = Create("picture", CloseOnExec);
        return handle.IsInvalid ? throw new Win32Exception(Marshal.GetLastPInvokeError()) : handle;
    }

    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Create(string name, uint flags);
}
