using System.IO.Pipelines;

namespace Piton.Web.Downloads;

/// <summary>
/// The body of an answer for writers that write a few bytes synchronously now and then, as <see cref="System.IO.Compression.ZipArchive"/> does with its
/// headers: those wait in the connection's buffer for the next asynchronous write, and no thread waits for the network.
/// </summary>
internal sealed class AnswerBodyStream(PipeWriter body) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => System.Buffers.BuffersExtensions.Write(body, buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        EndWhereNobodyReads(await body.WriteAsync(buffer, cancellationToken));

    public override void Flush()
    {
    }

    public override async Task FlushAsync(CancellationToken cancellationToken) => EndWhereNobodyReads(await body.FlushAsync(cancellationToken));

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static void EndWhereNobodyReads(FlushResult result)
    {
        if (result.IsCompleted || result.IsCanceled)
        {
            throw new OperationCanceledException("Nobody reads the answer any more.");
        }
    }
}
