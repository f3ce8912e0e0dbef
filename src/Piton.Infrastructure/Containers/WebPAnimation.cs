using System.Buffers.Binary;

namespace Piton.Infrastructure.Containers;

/// <summary>Gives an animated WebP file of Piton's own encoder the frames and times of its source, to the millisecond.</summary>
/// <remarks>
/// The encoder makes one frame of neighbours that are the same, and lengthens short times. So it is told that each frame lasts one
/// <see cref="Beat"/>, by which a frame's time says how many it stands for; then each gets its own time, and those that were merged come
/// back as transparent frames on top.
/// </remarks>
internal sealed class WebPAnimation
{
    /// <summary>How long each frame must be said to last when it is encoded, in milliseconds.</summary>
    public const int Beat = 100;

    private const int ExtendedLength = 10;
    private const int WidthAt = 4;
    private const int HeightAt = 7;
    private const byte AnimationFlag = 0x02;
    private const byte AlphaFlag = 0x10;

    private readonly List<WebPFrame> _frames = [];
    private readonly int _width;
    private readonly int _height;
    private bool _hasAlpha;
    private byte[]? _still;

    private WebPAnimation(ReadOnlySpan<byte> file, int width, int height)
    {
        _width = width;
        _height = height;
        Read(file);
    }

    /// <param name="file">As it came from the encoder; a still where all frames are the same.</param>
    /// <param name="size">Of the canvas, in pixels.</param>
    /// <param name="delays">How long each frame of the source is shown, in milliseconds.</param>
    /// <param name="loop">How often it is played; 0 for ever.</param>
    /// <param name="transparent">Encodes a transparent picture of a width and a height, losslessly.</param>
    public static byte[] WithTimes(byte[] file, (int Width, int Height) size, int[] delays, int loop, Func<int, int, byte[]> transparent)
    {
        var animation = new WebPAnimation(file, size.Width, size.Height);
        animation.Retime(delays, transparent);
        return animation.Write(loop);
    }

    private void Read(ReadOnlySpan<byte> file)
    {
        Riff.TryOpen(file, "WEBP"u8, out var chunks);
        using var still = new MemoryStream();
        while (Riff.TryTake(ref chunks, out var name, out var payload))
        {
            if (name.SequenceEqual("ANMF"u8))
            {
                _frames.Add(new WebPFrame(payload.ToArray()));
            }
            else if (name.SequenceEqual("VP8X"u8))
            {
                _hasAlpha = (payload[0] & AlphaFlag) != 0;
            }
            else if (!name.SequenceEqual("ANIM"u8))
            {
                // A lossless picture of the simple layout may use alpha; to claim it in vain does no harm.
                _hasAlpha |= name.SequenceEqual("VP8L"u8);
                Riff.Write(still, name, payload);
            }
        }

        _still = _frames.Count == 0 ? still.ToArray() : null;
    }

    private void Retime(int[] delays, Func<int, int, byte[]> transparent)
    {
        var encoded = _still is null ? [.. _frames] : new[] { WebPFrame.OfCanvas(_width, _height, _still).Lasting(delays.Length * Beat) };
        _frames.Clear();
        foreach (var frame in encoded)
        {
            var times = delays.AsSpan(_frames.Count, frame.Duration / Beat);
            if (times.Length == 1)
            {
                _frames.Add(frame.Lasting(times[0]));
                continue;
            }

            var overlay = frame.Overlay(new WebPAnimation(transparent(frame.Width, frame.Height), frame.Width, frame.Height)._still);
            _frames.Add(frame.LeftStanding().Lasting(times[0]));
            foreach (var time in times[1..^1])
            {
                _frames.Add(overlay.LeftStanding().Lasting(time));
            }

            _frames.Add(overlay.Lasting(times[^1]));
            _hasAlpha = true;
        }
    }

    private byte[] Write(int loop)
    {
        var extended = new byte[ExtendedLength];
        extended[0] = (byte)(AnimationFlag | (_hasAlpha ? AlphaFlag : 0));
        UInt24.Write(extended.AsSpan(WidthAt), _width - 1);
        UInt24.Write(extended.AsSpan(HeightAt), _height - 1);

        // The background of the canvas, transparent, and the loop count.
        var settings = new byte[6];
        BinaryPrimitives.WriteUInt16LittleEndian(settings.AsSpan(4), (ushort)loop);

        using var output = Riff.Create("WEBP"u8);
        Riff.Write(output, "VP8X"u8, extended);
        Riff.Write(output, "ANIM"u8, settings);
        foreach (var frame in _frames)
        {
            Riff.Write(output, "ANMF"u8, frame.Payload);
        }

        return Riff.Close(output);
    }
}
