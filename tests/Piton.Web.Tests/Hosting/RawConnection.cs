using System.Net.Sockets;
using System.Text;

namespace Piton.Web.Tests.Hosting;

/// <summary>A connection on which anything can be sent, well-formed or not.</summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);

    private RawConnection()
    {
    }

    public static async Task<RawConnection> OpenAsync(Uri server)
    {
        var connection = new RawConnection();
        await connection._socket.ConnectAsync(server.Host, server.Port);
        return connection;
    }

    /// <returns>False where the server has hung up.</returns>
    public Task<bool> TrySendAsync(string text) => TrySendAsync(Encoding.ASCII.GetBytes(text));

    public async Task<bool> TrySendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await _socket.SendAsync(bytes);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>All that the server sends until it hangs up, up to <paramref name="maxBytes"/> of it.</summary>
    /// <exception cref="TimeoutException">It does neither.</exception>
    public async Task<string> ReadAsync(int maxBytes = 64 * 1024)
    {
        var buffer = new byte[maxBytes];
        var length = 0;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            int count;
            while (length < maxBytes && (count = await _socket.ReceiveAsync(buffer.AsMemory(length), patience.Token)) > 0)
            {
                length += count;
            }
        }
        catch (SocketException)
        {
            // It was cut off, and what came before counts.
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The server still holds the connection after {Patience.TotalSeconds} s. It sent: {Encoding.ASCII.GetString(buffer, 0, length)}");
        }

        return Encoding.ASCII.GetString(buffer, 0, length);
    }

    public void Dispose() => _socket.Dispose();
}
