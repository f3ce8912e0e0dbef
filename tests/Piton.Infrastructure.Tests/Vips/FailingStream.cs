namespace Piton.Infrastructure.Tests.Vips;

/// <summary>A disk that cannot be read.</summary>
internal sealed class FailingStream : Stream
{
    public const string FaultMessage = "The disk is on fire.";

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => 10_000;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => throw new IOException(FaultMessage);

    public override long Seek(long offset, SeekOrigin origin) => Position = offset;

    public override void Flush() => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
