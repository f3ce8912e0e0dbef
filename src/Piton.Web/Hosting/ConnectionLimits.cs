using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Piton.Web.Options;

namespace Piton.Web.Hosting;

/// <summary>What the server takes from a connection before any of Piton's code sees a request.</summary>
internal sealed class ConnectionLimits(IOptions<ConnectionOptions> options) : IConfigureOptions<KestrelServerOptions>
{
    /// <summary>The most bytes of a body that is no upload. Forms without files are short; uploads raise this for themselves.</summary>
    public const long ShortBody = 1_000_000;

    // Twice what browsers and proxies send together with all of Piton's cookies.
    private const int HeadBytes = 16 * 1024;
    private const int HeadFields = 64;

    // A selection of pictures to download stands in the address.
    private const int LineBytes = 8 * 1024;

    // What a connection may send ahead of whoever reads it; the kernel holds more. 200 uploads that wait for their turn then hold 25 MB, and not 200.
    private const long AheadBytes = 128 * 1024;

    // For the first bytes, on a line that was idle.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public void Configure(KestrelServerOptions kestrel)
    {
        var rate = new MinDataRate(options.Value.MinBytesPerSecond, Grace);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = options.Value.Max;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(options.Value.HeadSeconds);
        kestrel.Limits.MaxRequestHeadersTotalSize = HeadBytes;
        kestrel.Limits.MaxRequestHeaderCount = HeadFields;
        kestrel.Limits.MaxRequestLineSize = LineBytes;
        kestrel.Limits.MaxRequestBufferSize = AheadBytes;
        kestrel.Limits.MaxRequestBodySize = ShortBody;
        kestrel.Limits.MinRequestBodyDataRate = rate;
        kestrel.Limits.MinResponseDataRate = rate;
    }
}
