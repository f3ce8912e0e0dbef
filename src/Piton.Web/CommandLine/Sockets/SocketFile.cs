using System.Net.Sockets;
using System.Text;
using Piton.Domain.Library;

namespace Piton.Web.CommandLine.Sockets;

/// <summary>Where the server that has a library is spoken to.</summary>
internal static class SocketFile
{
    public const string Name = "piton.sock";

    // sun_path of Linux, with its end.
    private const int MaxPathBytes = 107;

    /// <summary>The path; null where it is longer than a socket's path can be.</summary>
    public static string? PathIn(LibraryLocation library)
    {
        var path = Path.Combine(library.Root, Name);
        return Encoding.UTF8.GetByteCount(path) <= MaxPathBytes ? path : null;
    }

    public static Socket NewSocket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
}
