using Piton.Domain.Images;

namespace Piton.Application.Images.UploadImage;

/// <summary>
/// Lets as many conversions run as there are cores, and so many more wait that nobody waits for long. Bytes have arrived whole before
/// their sender takes a place here, so a slow sender blocks nobody.
/// </summary>
public sealed class ConversionQueue(ConversionQueueLimits limits) : IDisposable
{
    private readonly SemaphoreSlim _running = new(limits.Running);
    private int _places = limits.Running + limits.Waiting;

    /// <summary>Waits for a turn.</summary>
    /// <returns>A place to be disposed of after the conversion; null, at once, where too many wait already.</returns>
    public async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Decrement(ref _places) < 0)
        {
            Interlocked.Increment(ref _places);
            return null;
        }

        try
        {
            await _running.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Interlocked.Increment(ref _places);
            throw;
        }

        return new Place(this);
    }

    public void Dispose() => _running.Dispose();

    private void Leave()
    {
        _running.Release();
        Interlocked.Increment(ref _places);
    }

    private sealed class Place(ConversionQueue queue) : IDisposable
    {
        private ConversionQueue? _queue = queue;

        public void Dispose() => Interlocked.Exchange(ref _queue, null)?.Leave();
    }
}
