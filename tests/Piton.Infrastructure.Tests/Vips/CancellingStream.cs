namespace Piton.Infrastructure.Tests.Vips;

/// <summary>Bytes in whose midst the reader's token is cancelled.</summary>
internal sealed class CancellingStream(byte[] bytes, CancellationTokenSource cancellation) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Position > Length / 2)
        {
            cancellation.Cancel();
        }

        return base.Read(buffer, offset, count);
    }
}
