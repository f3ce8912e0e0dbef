namespace Piton.Web.Uploads;

/// <summary>
/// The body of an upload, up to as many bytes as are allowed. The server's own limit would do the same, but lets nobody read on: then the client
/// that is still sending sees a broken connection and not the reason (<see cref="RefusedBodyDrain"/>).
/// </summary>
/// <param name="body">Stays the caller's.</param>
/// <param name="maxBytes">How many bytes may be read.</param>
/// <param name="tooLong">What is thrown where there are more.</param>
internal sealed class BoundedBody(Stream body, long maxBytes, BadHttpRequestException tooLong) : ForwardStream
{
    private long _read;

    /// <exception cref="BadHttpRequestException">The body is longer than allowed.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await body.ReadAsync(buffer, cancellationToken);
        _read += count;
        return _read <= maxBytes ? count : throw tooLong;
    }
}
