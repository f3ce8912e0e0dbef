using System.Net;
using System.Net.Sockets;

namespace Piton.Web.Security;

/// <summary>By what senders are told apart where they are counted.</summary>
internal static class SenderNetwork
{
    // What one household or one server is given (RFC 6177): whoever has one address of it has all of them.
    private const int PrefixLength = 64;

    /// <summary>The address itself of IPv4, however it is written, and of IPv6 the network that it is from.</summary>
    public static string Of(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => $"{address.MapToIPv4()}",
        { AddressFamily: AddressFamily.InterNetworkV6 } => $"{NetworkOf(address)}",
        _ => $"{address}",
    };

    private static IPNetwork NetworkOf(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(PrefixLength / 8).Clear();
        return new IPNetwork(new IPAddress(bytes), PrefixLength);
    }
}
