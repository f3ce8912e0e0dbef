using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Piton.Infrastructure.Magick;

/// <summary>A file that lies in memory and in no folder: ImageMagick reads HEIC from files alone, and a decoder may write none.</summary>
internal sealed partial class MemoryFile : IDisposable
{
    private const uint CloseOnExec = 1;

    private readonly SafeFileHandle _handle;

    private MemoryFile(SafeFileHandle handle)
    {
        _handle = handle;
    }

    /// <summary>A path that leads to it, in this process, until it is disposed of.</summary>
    public string Path => $"/proc/self/fd/{_handle.DangerousGetHandle()}";

    /// <param name="source">Read from where it stands to its end.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static MemoryFile CopyOf(Stream source, CancellationToken cancellationToken)
    {
        const int pieceLength = 128 * 1024;
        var file = new MemoryFile(Create("picture", CloseOnExec));
        var isWhole = false;
        try
        {
            if (file._handle.IsInvalid)
            {
                throw new Win32Exception(Marshal.GetLastPInvokeError());
            }

            var piece = new byte[pieceLength];
            long length = 0;
            int read;
            while ((read = source.Read(piece)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                RandomAccess.Write(file._handle, piece.AsSpan(0, read), length);
                length += read;
            }

            isWhole = true;
            return file;
        }
        finally
        {
            if (!isWhole)
            {
                file.Dispose();
            }
        }
    }

    public void Dispose() => _handle.Dispose();

    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Create(string name, uint flags);
}
