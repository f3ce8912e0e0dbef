using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Piton.Web.Options;

namespace Piton.Web.Security;

/// <summary>The names by which Piton is called: those of this machine, that of <see cref="PitonOptions.PublicUrl"/> and <see cref="PitonOptions.AllowedHosts"/>.</summary>
internal sealed class KnownHosts(IOptions<PitonOptions> options)
{
    private readonly List<StringSegment> _names = [.. Names(options.Value).Select(AsHeader)];

    /// <param name="host">From the header <c>Host</c>, with or without a port.</param>
    public bool Has(HostString host) => host.HasValue && HostString.MatchesAny(new HostString(host.ToUriComponent()).Host, _names);

    private static IEnumerable<string> Names(PitonOptions options)
    {
        string?[] names = ["localhost", "127.0.0.1", "[::1]", options.PublicUrl?.Host, .. options.AllowedHosts];
        return names.OfType<string>();
    }

    // As browsers write it: an IPv6 address in brackets, letters beyond ASCII in punycode.
    private static StringSegment AsHeader(string name) =>
        IPAddress.TryParse(name, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            ? $"[{address}]"
            : new HostString(name).ToUriComponent();
}
