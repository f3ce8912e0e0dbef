namespace Piton.Web.Uploads;

/// <summary>
/// The bytes of one file in a multipart body. It says when it has been read to its end, so that the body can be read on.
/// </summary>
internal sealed class FileSectionStream(Stream section) : ForwardStream
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the last byte has been read.</summary>
    public Task Ended => _ended.Task;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await Multipart.ReadAsync(() => section.ReadAsync(buffer, cancellationToken));
        if (count == 0 && buffer.Length > 0)
        {
            _ended.TrySetResult();
        }

        return count;
    }
}
