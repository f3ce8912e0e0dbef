using Piton.Application.Refusals;
using Piton.Web.Results;

namespace Piton.Web.Uploads;

/// <summary>
/// The body of an upload, up to as many bytes as are allowed. The server's own limit would do the same, but lets nobody read on: then the client
/// that is still sending sees a broken connection and not the reason (<see cref="RefusedBodyDrain"/>).
/// </summary>
/// <param name="body">Stays the caller's.</param>
/// <param name="maxBytes">How many bytes may be read.</param>
internal sealed class BoundedBody(Stream body, long maxBytes) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="BadHttpRequestException">413: the body is longer than allowed.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await body.ReadAsync(buffer, cancellationToken);
        _read += count;
        return _read <= maxBytes ? count : throw TooLong();
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A request body is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public static RefusedRequestException TooLong() => new(new Refusal(
        ErrorCode.TooLarge, "", "There is more in this request than is allowed. Send smaller pictures, or fewer at once."));
}
