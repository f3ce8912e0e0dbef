using NetVips;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Vips;

/// <summary>Runs the steps of libvips that take time, so that a token can end them half way.</summary>
internal static class VipsEvaluation
{
    /// <summary>Computes something that reads the pixels of <paramref name="image"/>.</summary>
    /// <remarks>libvips looks at the kill flag at each strip of pixels, and libwebp at each row of macroblocks.</remarks>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="VipsException">The pixels cannot be computed.</exception>
    public static T Evaluate<T>(this VipsImage image, Func<VipsImage, T> compute, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var registration = cancellationToken.UnsafeRegister(static state => ((VipsImage)state!).SetKill(true), image);
        try
        {
            return compute(image);
        }
        catch (VipsException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
    }
}
