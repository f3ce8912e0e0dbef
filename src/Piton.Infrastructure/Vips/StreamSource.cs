using System.Runtime.ExceptionServices;
using NetVips;

namespace Piton.Infrastructure.Vips;

/// <summary>
/// Lets libvips read a stream. A fault of the stream is kept apart from damage in what it holds, and a cancelled token ends the reading.
/// </summary>
internal sealed class StreamSource : SourceCustom
{
    private const int Failed = -1;

    private readonly Stream _stream;
    private readonly CancellationToken _cancellationToken;
    private ExceptionDispatchInfo? _fault;

    public StreamSource(Stream stream, CancellationToken cancellationToken)
    {
        _stream = stream;
        _cancellationToken = cancellationToken;
        OnRead += Read;
        OnSeek += Seek;
    }

    /// <summary>To be called where libvips failed: throws if the cause was not in the bytes.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public void ThrowIfNotDamage()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _fault?.Throw();
    }

    private int Read(byte[] buffer, int length)
    {
        if (_cancellationToken.IsCancellationRequested)
        {
            return Failed;
        }

        try
        {
            return _stream.Read(buffer, 0, length);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            _fault = ExceptionDispatchInfo.Capture(exception);
            return Failed;
        }
    }

    private long Seek(long offset, SeekOrigin origin)
    {
        var target = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => _stream.Position,
            SeekOrigin.End => _stream.Length,
        };
        return target < 0 ? Failed : _stream.Position = target;
    }
}
