namespace Piton.Infrastructure.Tests.Contracts;

/// <summary>A sender who stops in the middle: after some bytes, reading runs what the test says.</summary>
internal sealed class BrokenStream(int bytesBefore, Action atBreak) : Stream
{
    public int BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var left = bytesBefore - BytesRead;
        if (left == 0)
        {
            atBreak();
        }

        var read = Math.Min(Math.Min(count, 10_000), left);
        Array.Fill(buffer, (byte)7, offset, read);
        BytesRead += read;
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
