using NetVips;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Vips;

/// <summary>The frames of a picture as libvips holds them, one above the other in one tall image; a still is a strip of one.</summary>
/// <param name="pixels">Owned from here on.</param>
internal sealed class FrameStrip(VipsImage pixels) : IDisposable
{
    private const string PageHeightField = "page-height";
    private const string DelayField = "delay";
    private const string LoopField = "loop";

    // EXIF 2.32, tag 274: from 5 on, rows and columns change places.
    private const int FirstTurned = 2;
    private const int FirstTransposed = 5;

    public VipsImage Pixels { get; } = pixels;

    public int Count { get; } = CountFrames(pixels);

    /// <summary>Whether the rows are stored from top to bottom, and each from left to right.</summary>
    public bool IsUpright { get; } = !pixels.Contains(VipsFields.Orientation) || (int)pixels.Get(VipsFields.Orientation) < FirstTurned;

    /// <summary>Whether width and height change places when the picture is set upright.</summary>
    public bool IsTransposed { get; } =
        pixels.Contains(VipsFields.Orientation) && (int)pixels.Get(VipsFields.Orientation) >= FirstTransposed;

    /// <summary>Pixels across, once upright.</summary>
    public int Width => IsTransposed ? FrameHeight : Pixels.Width;

    /// <summary>Pixels down of one frame, once upright.</summary>
    public int Height => IsTransposed ? Pixels.Width : FrameHeight;

    /// <summary>How long each frame is shown, in milliseconds; as many as there are frames, and 0 where the file does not say.</summary>
    public int[] Delays
    {
        get
        {
            int[] said = Pixels.Contains(DelayField) ? (int[])Pixels.Get(DelayField) : [];
            return [.. said.Take(Count), .. new int[Math.Max(0, Count - said.Length)]];
        }
    }

    /// <summary>How often the frames are played; 0 for ever.</summary>
    public int Loop => Pixels.Contains(LoopField) ? (int)Pixels.Get(LoopField) : 0;

    private int FrameHeight => Pixels.Height / Count;

    /// <summary>The strip with each frame set upright; computed where it is read.</summary>
    public FrameStrip Upright() => new(Map(frame => frame.Autorot()));

    /// <summary>The first frame, set upright.</summary>
    public VipsImage FirstUpright()
    {
        using var first = Frame(0);
        return first.Autorot();
    }

    /// <summary>The same pixels with other times, in milliseconds.</summary>
    public VipsImage WithDelays(int[] delays) => Pixels.Mutate(image => image.Set(GValue.ArrayIntType, DelayField, delays));

    /// <summary>One frame as a still picture; as upright as the strip is.</summary>
    /// <param name="index">From 0.</param>
    public FrameStrip AsStill(int index)
    {
        using var frame = Frame(index);
        return new FrameStrip(frame.Mutate(image => image.Remove(PageHeightField)));
    }

    /// <summary>The strip with each frame changed by itself, so that no frame bleeds into its neighbour.</summary>
    /// <param name="change">Gives frames of one size for frames of one size.</param>
    public VipsImage Map(Func<VipsImage, VipsImage> change)
    {
        if (Count == 1)
        {
            return change(Pixels);
        }

        var frames = new List<VipsImage>(Count);
        try
        {
            for (var index = 0; index < Count; index++)
            {
                using var frame = Frame(index);
                frames.Add(change(frame));
            }

            using var joined = VipsImage.Arrayjoin([.. frames], across: 1);
            return joined.Mutate(image => image.Set(GValue.GIntType, PageHeightField, frames[0].Height));
        }
        finally
        {
            frames.ForEach(frame => frame.Dispose());
        }
    }

    public void Dispose() => Pixels.Dispose();

    private VipsImage Frame(int index) => Pixels.Crop(0, index * FrameHeight, Pixels.Width, FrameHeight);

    private static int CountFrames(VipsImage pixels)
    {
        if (!pixels.Contains(PageHeightField))
        {
            return 1;
        }

        var height = (int)pixels.Get(PageHeightField);
        return height > 0 && pixels.Height % height == 0 ? pixels.Height / height : 1;
    }
}
