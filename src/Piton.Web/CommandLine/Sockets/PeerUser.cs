using System.Buffers.Binary;
using System.Net.Sockets;

namespace Piton.Web.CommandLine.Sockets;

/// <summary>Who is at a Unix socket, as the kernel says and nobody can claim.</summary>
internal static class PeerUser
{
    public const uint Root = 0;

    private const int SocketLevel = 1;
    private const int PeerCredentials = 17;

    /// <summary>The user at the other end; of a socket that listens, its own.</summary>
    public static uint Of(Socket socket)
    {
        // struct ucred: process, user, group.
        Span<byte> credentials = stackalloc byte[3 * sizeof(int)];
        socket.GetRawSocketOption(SocketLevel, PeerCredentials, credentials);
        return BitConverter.IsLittleEndian
            ? BinaryPrimitives.ReadUInt32LittleEndian(credentials[sizeof(int)..])
            : BinaryPrimitives.ReadUInt32BigEndian(credentials[sizeof(int)..]);
    }
}
